import SourceText
import Transcript

extension Rule {
  /// Left alone: addresses and code, names with a dot in them (`DataTalks.Club`, `Node.js`, `e.g.`) and numbers. What
  /// stands around a full stop is only reported if a sentence often begins with the word behind it or ends with the word
  /// before it, because any other may be part of a name.
  static let missingSpace = Rule(
    "missing-space", .hint, fix: .offered,
    summary: "A blank is missing between a mark, a note or a quotation and the next word.",
    why: "Two sentences run together, and search finds neither of the two words.",
    looks: .atPassage([.markBeforeLetter, .unusual]) { passage, report in
      let bytes = passage.bytes
      var shields: Shields?
      // The notes that do not end before the current place.
      lazy var notes = passage.notes[...]
      for index in bytes.indices.dropFirst().dropLast() where isLetter(bytes[index + 1]) {
        let mark: Range<Int>
        switch bytes[index] {
        case UInt8(ascii: "]"), UInt8(ascii: ")"):
          notes = notes.drop { $0.range.upperBound <= index }
          guard let note = notes.first, note.range.upperBound == index + 1, isRemark(note, bytes) else { continue }
          mark = index..<(index + 1)
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
  case UInt8(ascii: "."):
    let (last, first) = (String(decoding: bytes[before], as: UTF8.self), String(decoding: bytes[after], as: UTF8.self))
    if starters.contains(first) { return true }
    // “Hopefully”, but not “bit.ly”.
    if first.count > 6, first.hasSuffix("ly"), isUpper(bytes[index + 1]) { return true }
    return enders.contains(last) && isCapitalized(bytes[after]) && (next == 0x20 || next == UInt8(ascii: ","))
      && !domains.contains(first.lowercased())
  case UInt8(ascii: ","), UInt8(ascii: ";"): return after.count > 1 && next != UInt8(ascii: ",")
  default: return after.count > 1 || bytes[index + 1] == UInt8(ascii: "I")
  }
}

/// Whether a note is no part of the word behind it: `[laughs]Yes.`, but not `[C]ompanies` and `[re]start`.
private func isRemark(_ note: Note, _ bytes: [UInt8]) -> Bool {
  if note.words.contains(where: { soundNotes.contains($0) || unheardNotes.contains($0) }) { return true }
  guard note.isSquare, isUpper(bytes[note.range.upperBound]), note.content.count > 2 else { return false }
  let before = note.range.lowerBound > 0 ? bytes[note.range.lowerBound - 1] : 0x20
  return (before <= 0x20 || before == UInt8(ascii: "]"))
    && bytes[note.content].allSatisfy { isLower($0) || ByteSet(" -,'").contains($0) }
}

/// `Nobody`, but not `NASA`.
private func isCapitalized(_ word: ArraySlice<UInt8>) -> Bool {
  word.count > 1 && word.first.map(isUpper) ?? false && word.dropFirst().allSatisfy(isLower)
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
private let starters = Set(
  """
  A About Absolutely After Again All Also Although An And Another Anybody Anyone Anyway Are As At Because Before Both
  But By Can Could Did Do Does During Even Every Everybody Everyone Everything For From Had Have He Her Here His How
  However I If In Instead Is It Its Just Let Like Maybe Might Most Much My No Nobody Not Nothing Now Of Oh Okay On Or
  Otherwise Our People Perhaps Right She Should Since So Some Somebody Someone Something Sometimes Still Such Thank
  Thanks That The Their Then There Therefore These They This Those Though To Unless Until Was We Well Were What When
  Where Which While Who Why With Without Would Yeah Yes Yet You Your
  """.split { $0.isWhitespace }.map(String.init))

/// Words with which sentences end and names do not.
private let enders = Set(
  """
  again anybody anyone anything anyway either everybody everyone everything here him it know nobody nothing really
  somebody someone something them there though together too us yet you yourself
  """.split { $0.isWhitespace }.map(String.init))

/// The ends of addresses that are words.
private let domains = Set(
  """
  ai app blog club com dev edu gov info io live me media net news online org page shop site social space tech town tube tv
  video wiki world
  """.split { $0.isWhitespace }.map(String.init))
