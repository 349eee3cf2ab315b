/// Finds the files that links, images and reference definitions of a text in Markdown name.
///
/// What stands in code and in comments is no link. Each byte is looked at a few times at most, whatever the text is.
/// Source: CommonMark 0.31, 4.5, 4.6, 4.7, 6.1, 6.3.
public struct MarkdownLinks {
  /// A path, without fragment and query.
  public struct Destination: Equatable, Sendable {
    /// In bytes of the text.
    public var range: Range<Int>
    /// Whether it is written as `<path>`.
    public var isInAngles: Bool
    /// Whether the image is shown that it names, `![…](path)`.
    public var isImage: Bool
  }

  /// In bytes. A longer destination leads to no file.
  public static let longest = 2_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: [Destination] = []

  /// In the order of the text.
  public static func destinations(in bytes: [UInt8]) -> [Destination] {
    bytes.withUnsafeBufferPointer { bytes in
      // Most texts have no link.
      guard bytes.indices.dropLast().contains(where: { mayBegin(bytes, $0) }) else { return [] }
      var links = MarkdownLinks(bytes: bytes)
      links.read()
      return links.found
    }
  }

  /// `](` or `]:`
  private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == Ascii.closeBracket && (bytes[index + 1] == open || bytes[index + 1] == Ascii.colon)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether a backslash before a byte takes the meaning from it. Source: CommonMark 0.31, 2.4.
  public static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !Ascii.isLetter(byte) && !Ascii.isDigit(byte)
  }

  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")
  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let tick = UInt8(ascii: "`")
}

// MARK: Lines

extension MarkdownLinks {
  private mutating func read() {
    var at = 0
    /// Where the paragraph begins that is not ended yet.
    var paragraph: Int?
    func end(ofLineAt start: Int) -> (content: Int, next: Int) {
      guard let end = bytes[start...].firstIndex(where: Ascii.isLineEnd) else { return (bytes.count, bytes.count) }
      let isPair = bytes[end] == Ascii.return && end + 1 < bytes.count && bytes[end + 1] == Ascii.newline
      return (end, end + (isPair ? 2 : 1))
    }
    func finish(at end: Int) {
      if let start = paragraph { readWords(in: start..<end) }
      paragraph = nil
    }
    while at < bytes.count {
      let (content, next) = end(ofLineAt: at)
      let start = bytes[at..<content].firstIndex { !Ascii.isBlank($0) } ?? content
      if start == content {
        finish(at: at)
      } else if let fence = fence(at: start, to: content) {
        finish(at: at)
        at = next
        while at < bytes.count {
          let (content, next) = end(ofLineAt: at)
          let isEnd = isEnd(of: fence, in: at..<content)
          at = next
          if isEnd { break }
        }
        continue
      } else if isComment(at: start) {
        finish(at: at)
        at = endOfComment(from: start).map { end(ofLineAt: $0).next } ?? bytes.count
        continue
      } else if paragraph == nil, let destination = definition(in: start..<content) {
        take(destination)
      } else {
        paragraph = paragraph ?? at
        // What follows a heading is not part of it.
        if bytes[start] == UInt8(ascii: "#") { finish(at: content) }
      }
      at = next
    }
    finish(at: bytes.count)
  }

  private struct Fence {
    var mark: UInt8
    var count: Int
  }

  private func fence(at start: Int, to end: Int) -> Fence? {
    let mark = bytes[start]
    guard mark == Self.tick || mark == UInt8(ascii: "~") else { return nil }
    let count = bytes[start..<end].prefix { $0 == mark }.count
    guard count >= 3, mark != Self.tick || !bytes[(start + count)..<end].contains(mark) else { return nil }
    return Fence(mark: mark, count: count)
  }

  private func isEnd(of fence: Fence, in line: Range<Int>) -> Bool {
    let marks = bytes[line].drop(while: Ascii.isBlank)
    let count = marks.prefix { $0 == fence.mark }.count
    return count >= fence.count && marks.dropFirst(count).allSatisfy(Ascii.isBlank)
  }

  private func isComment(at start: Int) -> Bool {
    start + 4 <= bytes.count && bytes[start..<(start + 4)].elementsEqual("<!--".utf8)
  }

  private func endOfComment(from start: Int, to end: Int? = nil) -> Int? {
    var at = start + 4
    let end = end ?? bytes.count
    while at + 2 < end, let mark = bytes[at..<(end - 2)].firstIndex(of: UInt8(ascii: "-")) {
      if bytes[mark + 1] == UInt8(ascii: "-"), bytes[mark + 2] == Self.greater { return mark + 3 }
      at = mark + 1
    }
    return nil
  }

  /// `[label]: path "Title"`
  private func definition(in line: Range<Int>) -> Destination? {
    guard bytes[line.lowerBound] == Ascii.openBracket, line.lowerBound + 1 < line.upperBound,
      bytes[line.lowerBound + 1] != UInt8(ascii: "^"),
      let label = endOfLabel(from: line.lowerBound + 1, to: line.upperBound),
      label + 1 < line.upperBound, bytes[label + 1] == Ascii.colon
    else { return nil }
    let start = skipBlanks(label + 2, to: line.upperBound)
    guard let (destination, end) = destination(at: start, to: line.upperBound, isEnclosed: false) else { return nil }
    let rest = skipBlanks(end, to: line.upperBound)
    if rest == line.upperBound { return destination }
    guard rest > end, let title = endOfTitle(from: rest, to: line.upperBound) else { return nil }
    return skipBlanks(title, to: line.upperBound) == line.upperBound ? destination : nil
  }

  /// The bracket that ends a label; nil where that has another one in it, or nothing.
  private func endOfLabel(from start: Int, to end: Int) -> Int? {
    var at = start
    while at < min(end, start + 1_000) {
      switch bytes[at] {
      case Ascii.closeBracket: return bytes[start..<at].allSatisfy(Ascii.isBlank) ? nil : at
      case Ascii.openBracket: return nil
      case Ascii.backslash: at += 2
      default: at += 1
      }
    }
    return nil
  }
}

// MARK: Words

extension MarkdownLinks {
  private mutating func readWords(in range: Range<Int>) {
    /// By their length, where the last run of backticks begins. Another run of this length ends code.
    var lastRuns: [Int: Int] = [:]
    var at = range.lowerBound
    while let start = bytes[at..<range.upperBound].firstIndex(of: Self.tick) {
      let count = bytes[start..<range.upperBound].prefix { $0 == Self.tick }.count
      lastRuns[count] = start
      at = start + count
    }
    var commentsEnd = true
    /// Behind the last `!` that no backslash escapes.
    var behindMark: Int?
    /// For each bracket that is open, whether such a mark stands before it.
    var isImage: [Bool] = []
    at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case Ascii.backslash: at += 2
      case UInt8(ascii: "!"):
        at += 1
        behindMark = at
      case Self.tick:
        let count = bytes[at..<range.upperBound].prefix { $0 == Self.tick }.count
        at = lastRuns[count, default: -1] > at ? endOfCode(from: at + count, count, to: range.upperBound) : at + count
      case Self.less where commentsEnd && isComment(at: at):
        if let end = endOfComment(from: at, to: range.upperBound) {
          at = end
        } else {
          commentsEnd = false
          at += 1
        }
      case Ascii.openBracket:
        isImage.append(behindMark == at)
        at += 1
      case Ascii.closeBracket:
        at += 1
        guard let isImage = isImage.popLast() else { continue }
        if at < range.upperBound, bytes[at] == Self.open,
          let end = link(at: at + 1, to: range.upperBound, isImage: isImage)
        {
          at = end
        }
      default: at += 1
      }
    }
  }

  /// Behind the run of so many backticks that comes next.
  private func endOfCode(from start: Int, _ count: Int, to end: Int) -> Int {
    var at = start
    while let next = bytes[at..<end].firstIndex(of: Self.tick) {
      let length = bytes[next..<end].prefix { $0 == Self.tick }.count
      at = next + length
      if length == count { break }
    }
    return at
  }

  /// `path "Title")`. Gives the place behind it; nil where there is no such thing.
  private mutating func link(at start: Int, to end: Int, isImage: Bool) -> Int? {
    guard let (written, behind) = destination(at: skipWhite(start, to: end), to: end, isEnclosed: true) else {
      return nil
    }
    var destination = written
    destination.isImage = isImage
    var at = skipWhite(behind, to: end)
    if at < end, bytes[at] != Self.close, at > behind {
      guard let title = endOfTitle(from: at, to: end) else { return nil }
      at = skipWhite(title, to: end)
    }
    guard at < end, bytes[at] == Self.close else { return nil }
    take(destination)
    return at + 1
  }

  /// - Parameter isEnclosed: whether a bracket behind it ends it.
  private func destination(at start: Int, to end: Int, isEnclosed: Bool) -> (Destination, behind: Int)? {
    guard start < end else { return nil }
    let limit = min(end, start + Self.longest)
    var at = start
    if bytes[start] == Self.less {
      at += 1
      while at < limit, bytes[at] != Self.greater {
        if Ascii.isLineEnd(bytes[at]) || bytes[at] == Self.less { return nil }
        at += bytes[at] == Ascii.backslash ? 2 : 1
      }
      return at < limit ? (Destination(range: (start + 1)..<at, isInAngles: true, isImage: false), at + 1) : nil
    }
    var depth = 0
    while at < limit, bytes[at] > Ascii.space, bytes[at] != 0x7F {
      if bytes[at] == Self.open { depth += 1 }
      if bytes[at] == Self.close {
        if isEnclosed, depth == 0 { break }
        depth -= 1
      }
      let isEscape = bytes[at] == Ascii.backslash && at + 1 < limit && Self.isPunctuation(bytes[at + 1])
      at += isEscape ? 2 : 1
    }
    return at > start && depth == 0 && at < start + Self.longest
      ? (Destination(range: start..<at, isInAngles: false, isImage: false), at) : nil
  }

  /// Behind a title in quotes or brackets.
  private func endOfTitle(from start: Int, to end: Int) -> Int? {
    let ends = [Ascii.quote: Ascii.quote, UInt8(ascii: "'"): UInt8(ascii: "'"), Self.open: Self.close]
    guard let last = ends[bytes[start]] else { return nil }
    var at = start + 1
    while at < min(end, start + 1_000) {
      if bytes[at] == last { return at + 1 }
      at += bytes[at] == Ascii.backslash ? 2 : 1
    }
    return nil
  }

  private func skipBlanks(_ start: Int, to end: Int) -> Int {
    bytes[min(start, end)..<end].firstIndex { !Ascii.isBlank($0) } ?? end
  }

  private func skipWhite(_ start: Int, to end: Int) -> Int {
    bytes[min(start, end)..<end].firstIndex { !Ascii.isBlank($0) && !Ascii.isLineEnd($0) } ?? end
  }

  private mutating func take(_ destination: Destination) {
    var range = destination.range
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "#") || bytes[at] == UInt8(ascii: "?") {
        range = range.lowerBound..<at
        break
      }
      at += bytes[at] == Ascii.backslash ? 2 : 1
    }
    var path = destination
    path.range = range
    if !range.isEmpty { found.append(path) }
  }
}
