import SourceText
import Transcript

private let nameStart = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_\"'")
private let nameBytes = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.")
private let brokenFence = ByteSet("-_= ")
private let marks = ByteSet("-?:")
private let notInKey = ByteSet("[]{}@`%&*!|>,# \t")

/// What a line looks like to YAML.
extension LineCursor {
  /// A line without the byte order mark that a file may begin with.
  func withoutByteOrderMark(_ line: Range<Int>) -> Range<Int> {
    guard let first = line.first, self[first] == 0xEF else { return line }
    return begins(line, with: "\u{FEFF}") ? line.dropFirst(3) : line
  }

  /// `---` or `...`, perhaps with blanks behind.
  func isFence(_ line: Range<Int>) -> Bool {
    guard line.count >= 3 else { return false }
    let mark = self[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else { return false }
    return self[line.prefix(3)].allSatisfy { $0 == mark } && isBlank(line.dropFirst(3))
  }

  /// `+++`, perhaps with blanks behind: the front matter of a page may be TOML, which is left in peace.
  func isFenceOfTOML(_ line: Range<Int>) -> Bool {
    isWord(line.prefix(3), "+++") && isBlank(line.dropFirst(3))
  }

  /// Whether a line was to be `---` and is not: `--`, `----`, `- --`, `–––`, or one with a blank before it.
  func isBrokenFence(_ line: Range<Int>) -> Bool {
    let content = trimmed(line)
    guard content.count > 1, content.count <= 12 else { return false }
    return self[content].allSatisfy { byte in
      // The second and third byte of the en and the em dash and of the minus sign, too.
      brokenFence.contains(byte) || byte == 0xE2 || byte == 0x80 || byte == 0x88 || (0x92...0x95).contains(byte)
    }
  }

  /// `---Links:`: text that was joined to a line `---`.
  func isGluedFence(_ line: Range<Int>) -> Bool {
    guard line.count > 3, isWord(line.prefix(3), "---") else { return false }
    let next = self[line.lowerBound + 3]
    return next != UInt8(ascii: "-") && !isSpace(next)
  }

  /// How many blanks stand at the beginning.
  func indent(of line: Range<Int>) -> Int {
    (first(in: line) { $0 != UInt8(ascii: " ") } ?? line.upperBound) - line.lowerBound
  }

  /// A stretch without the blanks and tabs at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (begin, end) = (range.lowerBound, range.upperBound)
    while begin < end, isSpace(self[begin]) { begin += 1 }
    while begin < end, isSpace(self[end - 1]) { end -= 1 }
    return begin..<end
  }

  func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether the stretch says exactly `word`.
  func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && begins(range, with: word)
  }

  /// Whether a key spells `word`, however it is quoted.
  func isKey(_ node: YAMLNode, _ word: StaticString) -> Bool {
    isWord(node.range, word)
      || node.quoting == .double && self[node.range].contains(UInt8(ascii: "\\"))
        && Scalar.decode(String(decoding: self[node.range], as: UTF8.self), .double) == "\(word)"
  }

  /// Whether a stretch is a word such as keys are, without blanks.
  func isName(_ range: Range<Int>) -> Bool {
    guard let first = range.first, nameStart.contains(self[first]) else { return false }
    var name = range
    if self[first] == UInt8(ascii: "\"") || self[first] == UInt8(ascii: "'") {
      guard range.count > 2, self[range.upperBound - 1] == self[first] else { return false }
      name = range.dropFirst().dropLast()
    }
    return self[name].allSatisfy(nameBytes.contains)
  }

  /// Whether the stretch begins with the bytes of `word`.
  func begins(_ range: Range<Int>, with word: StaticString) -> Bool {
    let (bytes, count) = (word.utf8Start, word.utf8CodeUnitCount)
    guard count <= range.count else { return false }
    for offset in 0..<count where self[range.lowerBound + offset] != bytes[offset] { return false }
    return true
  }

  /// Whether the stretch begins with a list mark: `- ` or `-` alone.
  func isDash(_ range: Range<Int>) -> Bool {
    guard let first = range.first, self[first] == UInt8(ascii: "-") else { return false }
    return range.count == 1 || isSpace(self[first + 1])
  }

  /// `---` or `...` at the beginning of a line, and a blank or nothing behind: it ends a document, whatever is open.
  func isDocumentMark(_ line: Range<Int>) -> Bool {
    guard line.count >= 3 else { return false }
    let mark = self[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."), self[line.lowerBound + 1] == mark,
      self[line.lowerBound + 2] == mark
    else { return false }
    return line.count == 3 || isSpace(self[line.lowerBound + 3])
  }

  /// What looks like a key at the beginning of a stretch: a colon and then a blank or nothing follow it, perhaps behind
  /// blanks.
  func key(at range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    let lead = self[first]
    var index = first
    if lead == UInt8(ascii: "\"") || lead == UInt8(ascii: "'") {
      index += 1
      while index < range.upperBound, self[index] != lead {
        index += lead == UInt8(ascii: "\"") && self[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
    } else if marks.contains(lead) {
      guard range.count > 1, !isSpace(self[first + 1]) else { return nil }
    } else if notInKey.contains(lead) {
      return nil
    }
    var end = index
    while index < range.upperBound {
      let byte = self[index]
      if byte == UInt8(ascii: ":"), index + 1 == range.upperBound || isSpace(self[index + 1]) {
        return first..<max(end, first)
      }
      if byte == UInt8(ascii: "#"), isSpace(self[index - 1]) { return nil }
      index += 1
      if !isSpace(byte) { end = index }
    }
    return nil
  }

  /// Whether a stretch is a comment of HTML and Markdown.
  func isComment(_ content: Range<Int>) -> Bool {
    content.count >= 7 && begins(content, with: "<!--") && isWord(content.suffix(3), "-->")
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

  /// The next line that is not blank, without taking anything.
  mutating func peekContent() -> Range<Int>? {
    var ahead = 0
    while let line = peek(ahead) {
      if !isBlank(line) { return line }
      ahead += 1
    }
    return nil
  }

  /// The first line from one on that is neither blank nor a comment of YAML, without taking anything.
  mutating func peekEntry(_ first: Int = 0) -> Range<Int>? {
    var ahead = first
    while let line = peek(ahead) {
      let content = trimmed(line)
      if let begin = content.first, self[begin] != UInt8(ascii: "#") { return line }
      ahead += 1
    }
    return nil
  }

  /// The first character of a stretch that YAML does not allow anywhere (YAML 1.2.2, 5.1).
  func controlCharacter(in range: Range<Int>) -> Range<Int>? {
    var rest = range
    while let index = firstUnprintable(in: rest) {
      let width = widthOfControl(at: index, in: range)
      if width > 0 { return index..<(index + width) }
      rest = (index + 1)..<range.upperBound
    }
    return nil
  }

  private func widthOfControl(at index: Int, in range: Range<Int>) -> Int {
    switch self[index] {
    // C1, but for NEL.
    case 0xC2:
      index + 1 < range.upperBound && self[index + 1] < 0xA0 && self[index + 1] != 0x85 ? 2 : 0
    // U+FFFE and U+FFFF.
    case 0xEF:
      index + 2 < range.upperBound && self[index + 1] == 0xBF && self[index + 2] >= 0xBE ? 3 : 0
    case 0x09, 0x0A, 0x0D, 0x80...: 0
    default: 1
    }
  }

  /// A line separator of Unicode that ends a comment to YAML, with something behind it.
  func separatorInComment(_ comment: Range<Int>) -> Range<Int>? {
    for index in comment where self[index] == 0xC2 || self[index] == 0xE2 {
      let width = self[index] == 0xC2 ? 2 : 3
      guard index + width < comment.upperBound,
        width == 2
          ? self[index + 1] == 0x85 : self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8,
        !isBlank((index + width)..<comment.upperBound)
      else { continue }
      return index..<(index + width)
    }
    return nil
  }
}
