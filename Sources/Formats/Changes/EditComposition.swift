import SourceText
import Transcript

/// Puts the edits of several changes together.
struct EditComposition {
  private let text: Text
  private var edits: [Edit] = []

  init(_ text: Text) { self.text = text }

  mutating func add(_ new: [Edit]) { edits += new }

  /// All edits in the order of the text; what is inserted at one place stands in the order in which it was added. Nil where
  /// two of them overlap, or one lies outside of the text.
  func composed() -> [Edit]? {
    guard edits.allSatisfy({ $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count }) else { return nil }
    var composed: [Edit] = []
    let inOrder = edits.enumerated().sorted { a, b in
      let (one, other) = (a.element.range, b.element.range)
      // What is inserted stands before what is replaced.
      return (one.lowerBound, one.isEmpty ? 0 : 1, a.offset) < (other.lowerBound, other.isEmpty ? 0 : 1, b.offset)
    }
    for (_, edit) in inOrder {
      guard let last = composed.last, edit.range.lowerBound <= last.range.upperBound,
        last.range.isEmpty || edit.range.lowerBound < last.range.upperBound
      else {
        composed.append(edit)
        continue
      }
      guard last.range.isEmpty else { return nil }
      // Where both touch, what stays of the text is neither taken away nor put in again.
      composed[composed.count - 1] = text.shortest(Edit(edit.range, last.replacement + edit.replacement))
    }
    return composed.filter { !$0.replacement.elementsEqual(text.bytes[$0.range]) }
  }

  /// A stretch of the text with the edits; nil where one of them lies outside of it, or they cannot be put together.
  func composed(in stretch: Range<Int>) -> [UInt8]? {
    guard let edits = composed() else { return nil }
    var bytes: [UInt8] = []
    var taken = stretch.lowerBound
    for edit in edits {
      guard edit.range.lowerBound >= taken, edit.range.upperBound <= stretch.upperBound else { return nil }
      bytes += text.bytes[taken..<edit.range.lowerBound] + edit.replacement
      taken = edit.range.upperBound
    }
    return bytes + text.bytes[taken..<stretch.upperBound]
  }
}

extension Text {
  /// The same edit without what it would only write again, at both ends.
  func shortest(_ edit: Edit) -> Edit {
    let old = bytes[edit.range]
    let same = zip(old, edit.replacement).prefix { $0 == $1 }.count
    let rest = zip(old.dropFirst(same).reversed(), edit.replacement.dropFirst(same).reversed())
    let sameBehind = rest.prefix { $0 == $1 }.count
    var (start, end) = (same, sameBehind)
    // A character is never cut.
    while start > 0, isContinuation(edit.range.lowerBound + start, edit.range.upperBound) { start -= 1 }
    while end > 0, bytes[edit.range.upperBound - end] & 0xC0 == 0x80 { end -= 1 }
    return Edit(
      (edit.range.lowerBound + start)..<(edit.range.upperBound - end),
      Array(edit.replacement[start..<(edit.replacement.count - end)]))
  }

  private func isContinuation(_ offset: Int, _ end: Int) -> Bool {
    offset < end && bytes[offset] & 0xC0 == 0x80
  }
}
