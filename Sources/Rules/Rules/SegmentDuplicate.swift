import SourceText
import Transcript

extension Rule {
  /// Reports a segment with the same text as the one before it, if it has at least forty characters. A header may stand
  /// between them.
  ///
  /// Left alone: refrains, which are shorter or contain notes, and repetitions of three and more, which `segment-loop`
  /// reports.
  static let segmentDuplicate = Rule(
    "segment-duplicate", .error, fix: .safe,
    summary: "A segment has the same words as the one before it.",
    why: "Readers get everything twice, and words, shares and search hits are counted twice.",
    looks: .atDocument(.counts) { reading, report in
      for repeats in report.repeats(in: reading) where repeats.segments.count == 2 && repeats.areExact {
        let pair = Copies(reading, repeats.segments[0], repeats.segments[1])
        guard pair.isCertain || pair.isLong, let range = reading.range(.words, of: pair.poorer), range.count >= 40,
          let other = reading.range(.words, of: pair.richer)
        else { continue }
        report(
          range, "The same text as in the segment \(pair.poorer < pair.richer ? "below" : "above").",
          atMost: pair.isCertain ? .error : .warning,
          related: [.init(range: other, message: pair.isCertain ? "The copy that says more." : "The other copy.")],
          fixes: [reading.removing(pair)])
      }
    })
}

extension Reading {
  /// Removes the copy with less information, and the header above it if that is a copy, too. The fix is safe only if
  /// the other copy has all of its content: a note, a picture or a comment may stand in one of them only.
  fileprivate func removing(_ pair: Copies) -> Fix? {
    let hasHeader =
      min(pair.richer, pair.poorer) > 0 && kind(of: pair.poorer - 1) == .header
      && kind(of: pair.richer - 1) == .header
      && string(.title, of: pair.poorer - 1) == string(.title, of: pair.richer - 1)
    func blocks(_ segment: Int) -> Range<Int> { (hasHeader ? segment - 1 : segment)..<(segment + 1) }
    let (poorer, richer) = (blocks(pair.poorer), blocks(pair.richer))
    let isSafe = pair.isCertain && Content(self, richer).covers(Content(self, poorer))
    return Fix(
      "Remove this copy", zip(poorer, richer).map { .remove(block: $0, copyOf: isSafe ? $1 : nil) }, in: self,
      isSafe: isSafe)
  }
}
