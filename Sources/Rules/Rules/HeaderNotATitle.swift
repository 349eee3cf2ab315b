import SourceText
import Transcript

extension Rule {
  /// At least 30 words, or several sentences with a full stop at the end, in the title of a section: a paragraph was put under
  /// the wrong key.
  static let headerNotATitle = Rule(
    "header-not-a-title", .error, fix: .offered,
    summary: "A paragraph stands where the title of a section belongs.",
    why: "The words are missing from the text and appear in the table of contents as a title.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .header, reading.isParagraph(title: block),
        let title = reading.range(.title, of: block)
      else { return }
      report(
        title, "This is a paragraph and no title.",
        fixes: [Fix("Make it a segment", [.setKind(block: block, .segment)], in: reading)])
    })
}

extension Reading {
  /// Whether the title of a header is something that was said.
  func isParagraph(title header: Int) -> Bool {
    // No paragraph has fewer bytes than these, nor fewer that may part words: most titles need no second look.
    guard let part = part(.title, of: header), part.length >= 50,
      text.bytes[range(of: part, in: header)].count(where: mayPartWords) >= 12
    else { return false }
    let words = string(of: part, in: header).split(whereSeparator: \.isWhite)
    guard words.count >= 13 else { return false }
    return words.count >= 30
      || words[words.count - 1].last.map(isStop) ?? false && words.dropLast().contains(where: endsSentence)
  }
}

/// White space, an escape that may stand for it, and the first bytes of blanks beyond ASCII.
private func mayPartWords(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: "\\") || byte == 0xC2 || (0xE1...0xE3).contains(byte)
}

private func isStop(_ character: Character) -> Bool { ".!?".contains(character) }

/// Whether a word in the middle ends a sentence: `mill.`, and neither `St.` nor `A.`.
private func endsSentence(_ word: Substring) -> Bool { word.count > 3 && word.last.map(isStop) ?? false }
