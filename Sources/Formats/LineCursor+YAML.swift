import SourceText
import Transcript

private let beyondSubset = ByteSet("&!?")
private let marks = ByteSet("-?:")
private let notInKey = ByteSet("[]{}@`%&*!|>,# \t")

/// What a line looks like to YAML.
extension LineCursor {
  /// A line without the byte order mark that a file may begin with.
  func withoutByteOrderMark(_ line: Range<Int>) -> Range<Int> {
    begins(line, with: "\u{FEFF}") ? line.dropFirst(3) : line
  }

  /// `---` or `...`, perhaps with blanks behind.
  func isFence(_ line: Range<Int>) -> Bool {
    guard line.count >= 3 else { return false }
    let mark = self[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else { return false }
    return self[line.prefix(3)].allSatisfy { $0 == mark } && isBlank(line.dropFirst(3))
  }

  /// How many blanks stand at the beginning.
  func indent(of line: Range<Int>) -> Int {
    self[line].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// A stretch without the blanks and tabs at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isSpace(self[first]) { range = range.dropFirst() }
    while let last = range.last, isSpace(self[last]) { range = range.dropLast() }
    return range
  }

  func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether the stretch says exactly `word`.
  func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && begins(range, with: word)
  }

  /// Whether the stretch begins with the bytes of `word`.
  func begins(_ range: Range<Int>, with word: StaticString) -> Bool {
    guard word.utf8CodeUnitCount <= range.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[range.lowerBound + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the stretch begins with a list mark: `- ` or `-` alone.
  func isDash(_ range: Range<Int>) -> Bool {
    guard let first = range.first, self[first] == UInt8(ascii: "-") else { return false }
    return range.count == 1 || isSpace(self[first + 1])
  }

  /// The key at the beginning of a stretch, where a colon and then a blank or nothing follow it.
  func key(at range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    let lead = self[first]
    var index = first
    if lead == UInt8(ascii: "\"") || lead == UInt8(ascii: "'") {
      index += 1
      while index < range.upperBound, self[index] != lead { index += 1 }
      index += 1
      guard index < range.upperBound, self[index] == UInt8(ascii: ":") else { return nil }
    } else if marks.contains(lead) {
      guard range.count > 1, !isSpace(self[first + 1]) else { return nil }
    } else if notInKey.contains(lead) {
      return nil
    }
    while index < range.upperBound {
      let byte = self[index]
      if byte == UInt8(ascii: ":"), index + 1 == range.upperBound || isSpace(self[index + 1]) { return first..<index }
      if byte == UInt8(ascii: "#"), isSpace(self[index - 1]) { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a line uses what YAML allows and no transcript has: an anchor, a tag, an alias, a key with a question mark.
  /// It is left alone.
  func isBeyondSubset(_ content: Range<Int>) -> Bool {
    guard let first = content.first else { return false }
    let isAlias = self[first] == UInt8(ascii: "*") && content.count > 1 && !isSpace(self[first + 1])
    return isAlias || beyondSubset.contains(self[first])
  }

  /// Whether a stretch is a comment of HTML and Markdown.
  func isComment(_ content: Range<Int>) -> Bool {
    content.count >= 7 && isWord(content.prefix(4), "<!--") && isWord(content.suffix(3), "-->")
  }

  /// Whether a comment speaks to this program. Any other `#` behind a plain value is rather a truncated sentence.
  func isDirective(_ comment: Range<Int>) -> Bool {
    let words = trimmed(comment.dropFirst())
    let mark: StaticString = "tapescript-"
    return words.count > mark.utf8CodeUnitCount && isWord(words.prefix(mark.utf8CodeUnitCount), mark)
  }

  /// Whether a line opens, continues or closes the structure of front matter, rather than the text of a value.
  func isStructure(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    return content.isEmpty || isDash(content) || isFence(line) || key(at: content) != nil
      || self[content.lowerBound] == UInt8(ascii: "#")
  }
}
