import SourceText
import Transcript

extension RewritePlace {
  /// To move the time of the segment and all below, where it does not fit what stands above.
  func timesRewrite() -> Rewrite? {
    // Most recordings do not begin with the first words, so that is no reason to offer anything.
    guard range.isEmpty, let move = likelyMoves(reading, at: segments[0]).first(where: { $0.reason == .wordsAreOver })
    else { return nil }
    let moving = MovingTimes(reading, .by(move.length), from: segments[0], what: "by \(signed(move.length))")
    return Rewrite(
      kind: .times, title: "Move this time and all below by \(signed(move.length)), to \(move.start.description)",
      outcome: .changes(moving.changes))
  }

  /// To mark the selected words as a guess, or at the cursor what could not be heard, with its time.
  func uncertainRewrite() -> Rewrite? {
    guard let words = SplitWords(reading, segments[0]) else { return nil }
    if let chosen = selectedWords { return guess(chosen) }
    guard range.isEmpty, words.range.touches(range.lowerBound) else { return nil }
    let segment = segments[0]
    let place = words.place(at: range.lowerBound) ?? (words.hasWord(before: range.lowerBound) ? words.text.count : 0)
    let stamp = reading.nearestTime(to: segment)
    let start = time(inside: segment, at: place).flatMap { time in stamp.map { $0.spelling(of: time) } }
    let note = "[inaudible" + (start.map { " " + $0 } ?? "") + "]"
    return Rewrite(
      kind: .uncertain, title: "Insert \(note) here",
      outcome: .changes([.setText(block: segment, place..<place, place == 0 ? note + " " : " " + note)]))
  }

  /// More words are no guess at a word.
  private static let mostGuessed = 3

  private func guess(_ chosen: SelectedWords) -> Rewrite {
    let bytes = chosen.text[chosen.range]
    let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.startIndex
    let last = bytes.lastIndex { Ascii.isLetter($0) || Ascii.isDigit($0) || $0 >= 0x80 }.map { $0 + 1 } ?? first
    let text = String(decoding: chosen.text[first..<max(first, last)], as: UTF8.self)
    let title = "Mark the selected words as uncertain"
    guard !text.isEmpty, text.split(separator: " ").count <= Self.mostGuessed,
      !text.contains(where: { "?[]()".contains($0) })
    else {
      return Rewrite(kind: .uncertain, title: title, outcome: .unavailable("A guess has one to three words."))
    }
    return Rewrite(
      kind: .uncertain, title: title,
      outcome: .changes([.setText(block: chosen.segment, first..<max(first, last), "[\(text)?]")]))
  }
}

/// To move the header at the cursor above the question that it is about: the title of an answer often stands below it. Nil
/// where no header is.
func headerRewrite(_ reading: Reading, at range: Range<Int>) -> Rewrite? {
  guard let header = reading.blocks.index(at: range.lowerBound), reading.kind(of: header) == .header,
    reading.content(of: header).touches(range)
  else { return nil }
  let title = "Move this header above the question"
  guard let above = header > 0 ? header - 1 : nil, reading.kind(of: above) == .segment,
    reading.kind(of: min(header + 1, reading.blocks.count - 1)) == .segment,
    let words = reading.part(.words, of: above).map({ reading.string(of: $0, in: above) }),
    words.split(whereSeparator: \.isWhitespace).last?.contains("?") ?? false
  else { return Rewrite(kind: .header, title: title, outcome: .unavailable("No question stands directly above.")) }
  return Rewrite(kind: .header, title: title, outcome: .changes([.move(block: header, before: above)]))
}
