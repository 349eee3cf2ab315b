import SourceText
import Transcript

extension Rule {
  /// A segment with the same text as the one before it, at least forty characters long; a header may stand between them.
  ///
  /// Left alone: refrains, which are shorter or have notes, and what is repeated more than once, which is a loop.
  static let segmentDuplicate = Rule(
    "segment-duplicate", .error, repair: .safe,
    summary: "A segment says the same as the one before it.",
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
          fixes: [Fix("Remove this copy", isSafe: pair.isCertain, edits: reading.removing(pair))])
      }
    })
}

extension Reading {
  /// Removes the poorer copy, and the header above it if that is a copy, too.
  fileprivate func removing(_ pair: Copies) -> [Edit] {
    let copy = blocks.range(of: pair.poorer)
    guard min(pair.richer, pair.poorer) > 0, kind(of: pair.poorer - 1) == .header, kind(of: pair.richer - 1) == .header,
      string(.title, of: pair.poorer - 1) == string(.title, of: pair.richer - 1)
    else { return [Edit(copy, "")] }
    return [Edit(blocks.start(of: pair.poorer - 1)..<copy.upperBound, "")]
  }
}
