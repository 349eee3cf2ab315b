import SourceText
import Transcript

extension Rule {
  /// Reports a title of at least 30 words, or of several sentences with a full stop at the end: a paragraph was put
  /// under the wrong key.
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
  /// Whether the title of a header is a spoken paragraph.
  func isParagraph(title header: Int) -> Bool {
    // A paragraph has at least this many bytes, and at least this many that may separate words. This test is enough for
    // most titles.
    guard let part = part(.title, of: header), part.length >= 50,
      text.bytes[range(of: part, in: header)].count(where: mayPartWords) >= 12
    else { return false }
    let words = string(of: part, in: header).split(whereSeparator: \.isWhite)
    guard words.count >= 13 else { return false }
    return words.count >= 30
      || words[words.count - 1].last.map(isStop) ?? false && words.dropLast().contains(where: endsSentence)
  }
}

/// Whether a byte may separate words: white space, the start of an escape for it, or of a non-ASCII blank.
private func mayPartWords(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: "\\") || byte == 0xC2 || (0xE1...0xE3).contains(byte)
}

private func isStop(_ character: Character) -> Bool { ".!?".contains(character) }

/// Whether a word inside a title ends a sentence: `mill.` does, `St.` and `A.` do not.
private func endsSentence(_ word: Substring) -> Bool { word.count > 3 && word.last.map(isStop) ?? false }
