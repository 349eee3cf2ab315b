import SourceText
import Transcript

extension Rule {
  /// Left alone: addresses and code, names with a dot in them (`DataTalks.Club`, `Node.js`, `e.g.`) and numbers. Behind
  /// a full stop, only a word with which many sentences begin is reported, because any other may be part of a name.
  static let missingSpace = Rule(
    "missing-space", .hint, fix: .offered,
    summary: "A blank is missing between a mark, a note or a quotation and the next word.",
    why: "Two sentences run together, and search finds neither of the two words.",
    looks: .atPassage([.markBeforeLetter, .unusual]) { passage, report in
      let bytes = passage.bytes
      var shields: Shields?
      // The last opening square bracket that is not closed yet.
      var open: Int?
      for index in bytes.indices.dropLast() {
        let bracket = open
        if bytes[index] == UInt8(ascii: "[") { open = index } else if bytes[index] == UInt8(ascii: "]") { open = nil }
        guard index > 0, isLetter(bytes[index + 1]) else { continue }
        let mark: Range<Int>
        switch bytes[index] {
        case UInt8(ascii: "]") where isBehindNote(bytes, index, from: bracket): mark = index..<(index + 1)
        // The last byte of ”.
        case 0x9D where isBehindQuotation(bytes, index): mark = (index - 2)..<(index + 1)
        case let byte where marks.contains(byte) && isJoint(bytes, index): mark = index..<(index + 1)
        default: continue
        }
        let range = mark.lowerBound..<(index + 2)
        if shields == nil { shields = passage.shields }
        if shields?.hold(range) == true { continue }
        let end = mark.count == 1 ? mark.lowerBound : mark.lowerBound - 1
        let word = before(bytes, end).lowerBound..<after(bytes, index).upperBound
        let place = (index + 1)..<(index + 1)
        report(
          passage.source(range), "A blank is missing in “\(passage.string(word))”.",
          fixes: [Fix("Add the blank", passage.edit(place, " "))])
      }
    })
}

private let marks = ByteSet(".,;?!")

/// Whether the mark stands between two complete words.
private func isJoint(_ bytes: [UInt8], _ index: Int) -> Bool {
  let before = before(bytes, index)
  let after = after(bytes, index)
  guard before.count > 1, before.contains(where: { isLower(bytes[$0]) }) else { return false }
  // It is part of a longer name or path, such as `foo.bar.baz` or `a,b,c`.
  if before.lowerBound > 0, joints.contains(bytes[before.lowerBound - 1]) { return false }
  let next = after.upperBound < bytes.count ? bytes[after.upperBound] : 0x20
  if ByteSet("(/_@=").contains(next) { return false }
  switch bytes[index] {
  case UInt8(ascii: "."): return starters.contains(String(decoding: bytes[after], as: UTF8.self))
  case UInt8(ascii: ","), UInt8(ascii: ";"): return after.count > 1 && next != UInt8(ascii: ",")
  default: return after.count > 1 || bytes[index + 1] == UInt8(ascii: "I")
  }
}

/// `[laughs]Yes.`, but not `[C]ompanies` and `[re]start`.
private func isBehindNote(_ bytes: [UInt8], _ index: Int, from open: Int?) -> Bool {
  guard isUpper(bytes[index + 1]), let open else { return false }
  let isApart = open == 0 || bytes[open - 1] <= 0x20 || bytes[open - 1] == UInt8(ascii: "]")
  return isApart && index - open > 3
    && bytes[(open + 1)..<index].allSatisfy { isLower($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") }
}

/// `Light it.”Then`, but not `she said,”Light it.”`, where the mark should have opened.
private func isBehindQuotation(_ bytes: [UInt8], _ index: Int) -> Bool {
  guard index > 2, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 else { return false }
  return ByteSet(".?!").contains(bytes[index - 3]) || bytes[index - 3] == UInt8(ascii: ",") && isLower(bytes[index + 1])
}

private let joints = ByteSet("./@_=&#,-")

private func before(_ bytes: [UInt8], _ index: Int) -> Range<Int> {
  var start = index
  while start > 0, isAlphanumeric(bytes[start - 1]) || bytes[start - 1] >= 0x80 { start -= 1 }
  return start..<index
}

private func after(_ bytes: [UInt8], _ index: Int) -> Range<Int> {
  var end = index + 1
  while end < bytes.count, isAlphanumeric(bytes[end]) { end += 1 }
  return (index + 1)..<end
}

/// Words with which sentences begin and names do not.
private let starters: Set<String> = [
  "A", "About", "After", "All", "Also", "And", "Anyway", "Are", "As", "At", "Because", "But", "By", "Can", "Did", "Do",
  "Does", "Even", "Every", "For", "From", "He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Is", "It",
  "Its", "Just", "Let", "Like", "Maybe", "My", "No", "Not", "Now", "Of", "Oh", "Okay", "On", "Or", "Our", "People",
  "Right", "She", "Since", "So", "Some", "Sometimes", "That", "The", "Their", "Then", "There", "These", "They", "This",
  "Those", "To", "Was", "We", "Well", "What", "When", "Where", "Which", "While", "Who", "Why", "With", "Yeah", "Yes",
  "You", "Your",
]
