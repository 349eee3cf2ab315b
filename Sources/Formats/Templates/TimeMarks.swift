import SourceText
import Transcript

/// The marks around a time that stands among words.
public struct TimeMarks: Sendable, Hashable {
  let slot: Template.Slot

  /// - Parameter source: such as `[{time}]`.
  init(_ source: String) {
    slot = Template.builtIn(source + " {text}").slots[0]
  }

  /// The times in a stretch that have these marks, without them.
  func forEach(in words: Range<Int>, _ lines: LineCursor, _ body: (Range<Int>) -> Void) {
    guard let mark = slot.before.first else { return }
    var rest = words
    while let at = lines.first(mark, mark, in: rest) {
      rest = (at + 1)..<words.upperBound
      guard lines[at] == mark, let start = lines.end(of: slot.before, at: at, upTo: words.upperBound) else { continue }
      let time =
        start..<((start..<words.upperBound).first { !lines.isDigit(lines[$0]) && !isInside(lines[$0]) } ?? start)
      guard !time.isEmpty, lines.isPlainTime(time),
        let end = lines.end(of: slot.after, at: time.upperBound, upTo: words.upperBound)
      else { continue }
      body(time)
      rest = end..<words.upperBound
    }
  }

  private func isInside(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") }
}
