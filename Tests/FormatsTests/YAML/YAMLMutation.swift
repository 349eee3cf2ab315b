import SeededRandom
import SourceText

/// A front matter with one slip in it.
struct YAMLMutation {
  enum Kind: String, CaseIterable {
    case delete, insert, replace, swap, indent, dedent, duplicate, join, split, swapLines, deleteLine
  }

  private static let alphabet = Array("'\":#-[]{}()&*!|>%@`,?\\ \n\t=~<a0.".utf8)

  var kind: Kind
  var edit: Edit
  /// The lines that somebody would look at to find the slip, from 0, in the text after it.
  var lines: ClosedRange<Int>

  /// Nil where the line that was drawn has nothing to slip on.
  init?(in text: Text, between fences: Range<Int>, using random: inout SeededGenerator) {
    kind = Kind.allCases.randomElement(using: &random)!
    guard let line = fences.randomElement(using: &random) else { return nil }
    let content = text.content(ofLine: line)
    let whole = text.range(ofLine: line)
    let next = line + 1 < fences.upperBound ? text.range(ofLine: line + 1) : nil
    let letter = Self.alphabet.randomElement(using: &random)!
    let letters = content.indices.filter { text.bytes[$0] & 0xC0 != 0x80 }
    func end(_ offset: Int) -> Int { letters.first { $0 > offset } ?? content.upperBound }
    lines = line...line
    switch kind {
    case .delete:
      guard let offset = letters.randomElement(using: &random) else { return nil }
      edit = Edit(offset..<end(offset), "")
    case .insert:
      let offset = letters.randomElement(using: &random) ?? content.upperBound
      edit = Edit(offset..<offset, [letter])
      if letter == UInt8(ascii: "\n") { lines = line...(line + 1) }
    case .replace:
      guard let offset = letters.randomElement(using: &random) else { return nil }
      edit = Edit(offset..<end(offset), [letter])
      if letter == UInt8(ascii: "\n") { lines = line...(line + 1) }
    case .swap:
      guard let offset = letters.dropLast().randomElement(using: &random) else { return nil }
      let middle = end(offset)
      edit = Edit(
        offset..<end(middle), Array(text.bytes[middle..<end(middle)]) + Array(text.bytes[offset..<middle]))
    case .indent:
      let blanks = String(repeating: " ", count: Int.random(in: 1...3, using: &random))
      edit = Edit(whole.lowerBound..<whole.lowerBound, blanks)
    case .dedent:
      let margin = text.bytes[content].prefix { $0 == 0x20 }.count
      guard margin > 0 else { return nil }
      edit = Edit(whole.lowerBound..<(whole.lowerBound + Int.random(in: 1...margin, using: &random)), "")
    case .duplicate:
      edit = Edit(whole.upperBound..<whole.upperBound, Array(text.bytes[whole]))
      lines = line...(line + 1)
    case .join:
      guard next != nil else { return nil }
      edit = Edit(content.upperBound..<whole.upperBound, Bool.random(using: &random) ? " " : "")
    case .split:
      guard let offset = letters.randomElement(using: &random) else { return nil }
      let margin = String(repeating: " ", count: [0, 0, 2, 4].randomElement(using: &random)!)
      edit = Edit(offset..<offset, "\n" + margin)
      lines = line...(line + 1)
    case .swapLines:
      guard let next else { return nil }
      edit = Edit(whole.lowerBound..<next.upperBound, Array(text.bytes[next]) + Array(text.bytes[whole]))
      lines = line...(line + 1)
    case .deleteLine:
      edit = Edit(whole, "")
      lines = max(0, line - 1)...line
    }
  }
}
