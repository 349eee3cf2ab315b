import SourceText
import Transcript

/// What is Markdown in a text and not spoken.
///
/// Source: CommonMark 0.31, sections 4.3, 4.5, 4.7, 5.1, 6.1, 6.3, 6.5, 6.6.
extension LineCursor {
  /// In how many lines a block of code or a comment must end. What is longer was never closed, and is text.
  private static let mostLinesOfAside = 200
  /// How long the target of a link and a tag may be, in bytes.
  private static let longestMarkup = 1_000

  /// Whether a line opens a block of code, ```` ``` ```` or `~~~`.
  func isCodeFence(_ content: Range<Int>) -> Bool { codeFence(content) != nil }

  private func codeFence(_ content: Range<Int>) -> Range<Int>? {
    guard let first = content.first else { return nil }
    let mark = self[first]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let run = content.prefix { self[$0] == mark }
    let rest = content.dropFirst(run.count)
    return run.count >= 3 && (mark == UInt8(ascii: "~") || !rest.contains { self[$0] == mark }) ? run : nil
  }

  /// Takes the lines below one that opens a block of code, up to the one that closes it; takes nothing where none does.
  mutating func takeCode(below content: Range<Int>) -> Bool {
    guard let fence = codeFence(content) else { return false }
    let mark = self[fence.lowerBound]
    return takeLines { lines, line in
      let content = lines.trimmed(line)
      return content.count >= fence.count && content.allSatisfy { lines[$0] == mark }
    }
  }

  /// Takes the lines below one on which a comment opens, up to the one that closes it, and gives the comment.
  mutating func takeComment(from content: Range<Int>) -> Range<Int>? {
    guard begins(content, with: "<!--"), !isComment(content) else { return nil }
    let isTaken = takeLines { lines, line in
      let content = lines.trimmed(line)
      return content.count >= 3 && lines.isWord(content.suffix(3), "-->")
    }
    return isTaken ? content.lowerBound..<trimmed(lastContent).upperBound : nil
  }

  private mutating func takeLines(through isLast: (LineCursor, Range<Int>) -> Bool) -> Bool {
    for ahead in 0..<Self.mostLinesOfAside {
      guard let line = peek(ahead) else { return false }
      guard isLast(self, line) else { continue }
      for _ in 0...ahead { next() }
      return true
    }
    return false
  }

  /// Whether a line says where links of a name lead: `[tide]: https://tide.example "Tables"`. What is no address was said.
  func isLinkDefinition(_ content: Range<Int>) -> Bool {
    guard let first = content.first, self[first] == UInt8(ascii: "["), let last = content.last else { return false }
    let label = content.dropFirst().prefix { self[$0] != UInt8(ascii: "]") && self[$0] != UInt8(ascii: "[") }
    let colon = label.upperBound + 1
    guard !label.isEmpty, colon < last, self[label.upperBound] == UInt8(ascii: "]"), self[colon] == UInt8(ascii: ":")
    else { return false }
    let rest = trimmed((colon + 1)..<content.upperBound)
    let target = rest.prefix { !isSpace(self[$0]) }
    let isEnclosed = begins(target, with: "<") && self[target.upperBound - 1] == UInt8(ascii: ">")
    guard isAddress(isEnclosed ? target.dropFirst().dropLast() : target) else { return false }
    let title = trimmed(target.upperBound..<content.upperBound)
    guard let open = title.first else { return true }
    return title.count > 1 && titleMarks.contains { self[open] == $0.open && self[last] == $0.close }
  }

  /// Whether a word is an address, of the web or of another file.
  private func isAddress(_ word: Range<Int>) -> Bool {
    if pathStarts.contains(where: { begins(word, with: $0) }) { return true }
    let scheme = word.prefix { isLetter(self[$0]) }
    let behind = word.dropFirst(scheme.count)
    return scheme.count > 1 && behind.count > 1 && self[behind.lowerBound] == UInt8(ascii: ":")
  }

  /// The level of the title that a line is where the next one is nothing but `===` or `---`.
  mutating func underlinedLevel() -> UInt8? {
    guard let line = peek() else { return nil }
    let content = trimmed(line)
    guard content.count >= 3, let mark = content.first.map({ self[$0] }), content.allSatisfy({ self[$0] == mark })
    else {
      return nil
    }
    return mark == UInt8(ascii: "=") ? 1 : mark == UInt8(ascii: "-") ? 2 : nil
  }

  /// The marks of Markdown in a stretch that nobody speaks: those of a quotation and of code, the brackets and the target of a
  /// link, a tag, an address in angle brackets. The text of a link is spoken.
  func forEachMarkup(in words: Range<Int>, _ body: (Range<Int>) -> Void) {
    guard let first = words.first else { return }
    if self[first] == UInt8(ascii: ">") { body(first..<(first + 1)) }
    var search = MarkupSearch(self, words)
    while let next = search.next() {
      for range in next { body(range) }
    }
  }

  /// Looks for marks from the beginning of a stretch on. Each search goes on where the last one ended, so that nothing is
  /// looked at twice.
  private struct MarkupSearch {
    private let lines: LineCursor
    private let end: Int
    private var at: Int
    /// Where the next mark of each kind stands; nil where none does from here on.
    private var backtick: Int?
    private var angle: Int?
    private var bracket: Int?
    /// Where the next closing mark of each kind stands.
    private var closingAngle: Int?
    private var closingParenthesis: Int?
    /// Runs of so many backticks have no partner from here on.
    private var unpaired: Set<Int> = []

    init(_ lines: LineCursor, _ words: Range<Int>) {
      self.lines = lines
      (at, end) = (words.lowerBound, words.upperBound)
      (backtick, angle, bracket) = (find("`", at), find("<", at), find("]", at))
    }

    private func find(_ mark: Unicode.Scalar, _ start: Int) -> Int? {
      let byte = UInt8(ascii: mark)
      var rest = start..<max(start, end)
      while let found = lines.first(byte, byte, in: rest) {
        if lines[found] == byte { return found }
        rest = (found + 1)..<end
      }
      return nil
    }

    mutating func next() -> [Range<Int>]? {
      if let found = backtick, found < at { backtick = find("`", at) }
      if let found = angle, found < at { angle = find("<", at) }
      if let found = bracket, found < at { bracket = find("]", at) }
      guard let place = [backtick, angle, bracket].compactMap(\.self).min() else { return nil }
      let found = place == backtick ? code(place) : place == angle ? tag(place) : target(place)
      if found.isEmpty, at <= place { at = place + 1 }
      return found
    }

    private mutating func code(_ start: Int) -> [Range<Int>] {
      let run = (start..<end).prefix { lines[$0] == UInt8(ascii: "`") }
      at = run.upperBound
      guard !unpaired.contains(run.count) else { return [] }
      var place = run.upperBound
      while let next = find("`", place) {
        let other = (next..<end).prefix { lines[$0] == UInt8(ascii: "`") }
        if other.count == run.count {
          at = other.upperBound
          return [run, other]
        }
        place = other.upperBound
      }
      unpaired.insert(run.count)
      return []
    }

    private mutating func tag(_ start: Int) -> [Range<Int>] {
      guard start + 1 < end, lines.isLetter(lines[start + 1]) || lines[start + 1] == UInt8(ascii: "/") else {
        return []
      }
      if closingAngle.map({ $0 < start }) ?? true { closingAngle = find(">", start) ?? end }
      guard let close = closingAngle, close < end, close - start <= longestMarkup else { return [] }
      at = close + 1
      return [start..<at]
    }

    private mutating func target(_ start: Int) -> [Range<Int>] {
      guard start + 1 < end, lines[start + 1] == UInt8(ascii: "(") else { return [] }
      if closingParenthesis.map({ $0 < start }) ?? true { closingParenthesis = find(")", start) ?? end }
      guard var close = closingParenthesis, close < end, close - start <= longestMarkup else { return [] }
      // An address may have parentheses in it, as those of an encyclopedia do.
      if lines[(start + 2)..<close].contains(UInt8(ascii: "(")), let outer = find(")", close + 1),
        lines[(close + 1)..<outer].allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "(") })
      {
        close = outer
      }
      let opening = (at..<start).last { lines[$0] == UInt8(ascii: "[") }
      at = close + 1
      return (opening.map { [$0..<($0 + 1)] } ?? []) + [start..<at]
    }

    private var longestMarkup: Int { LineCursor.longestMarkup }
  }
}

private let pathStarts: [StaticString] = ["/", "#", "./", "../"]
/// What encloses the title of a link.
private let titleMarks: [(open: UInt8, close: UInt8)] = [
  (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "'"), UInt8(ascii: "'")),
  (UInt8(ascii: "("), UInt8(ascii: ")")),
]
