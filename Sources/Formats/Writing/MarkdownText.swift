import SourceText
import Transcript

/// A text in Markdown, and what a reader of the page sees of it.
///
/// Source: CommonMark 0.31, sections 2.4, 2.5, 6.2.
struct MarkdownText {
  private let text: Text
  /// What turns the text into what is shown: marks go, and references become what they stand for.
  private var edits: [Edit] = []
  /// What says how words are shown or where they lead, each as a whole: `*well*`, `](https://tide.example)`.
  private(set) var marks: [Range<Int>] = []

  init(_ source: String) {
    text = Text(Array(source.utf8))
    guard text.bytes.contains(where: activeMarks.contains) else { return }
    let asides = takeMarkup()
    var delimiters: [Delimiter] = []
    var at = 0
    for aside in asides {
      takeMarks(at..<max(at, aside.lowerBound), &delimiters)
      at = max(at, aside.upperBound)
    }
    takeMarks(at..<text.count, &delimiters)
    pair(delimiters)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What a reader sees.
  var shown: String {
    var bytes: [UInt8] = []
    var at = 0
    for edit in edits where edit.range.lowerBound >= at {
      bytes += text.bytes[at..<edit.range.lowerBound]
      bytes += edit.replacement
      at = edit.range.upperBound
    }
    return String(decoding: bytes + text.bytes[at...], as: UTF8.self)
  }

  /// A mark as it is written.
  func string(_ mark: Range<Int>) -> String { text.string(mark) }

  /// How a text is written in Markdown so that a reader sees it as it is.
  static func escaped(_ source: String) -> String {
    let parsed = MarkdownText(source)
    guard !parsed.edits.isEmpty else { return source }
    let starts = parsed.edits.flatMap { edit in
      edit.range.prefix { parsed.text.bytes[$0] == parsed.text.bytes[edit.range.lowerBound] }
    }
    let escaped = parsed.escaped(at: starts)
    // What is escaped here may let a mark begin there; then each is.
    if MarkdownText(escaped).shown == source { return escaped }
    return parsed.escaped(at: parsed.text.bytes.indices.filter { activeMarks.contains(parsed.text.bytes[$0]) })
  }

  private func escaped(at places: [Int]) -> String {
    var bytes: [UInt8] = []
    var at = 0
    for place in places {
      bytes += text.bytes[at..<place] + [UInt8(ascii: "\\")]
      at = place
    }
    return String(decoding: bytes + text.bytes[at...], as: UTF8.self)
  }

  // MARK: - Links, code, tags

  /// Takes the marks that a reader of a transcript knows as such, and gives what is no text between them, in order.
  private mutating func takeMarkup() -> [Range<Int>] {
    var found: [Range<Int>] = []
    text.withLines { lines in
      // A look behind the last line gives access to all of them.
      _ = lines.peek(text.lineCount)
      lines.forEachMarkup(in: 0..<text.count) { found.append($0) }
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    var asides: [Range<Int>] = []
    var code: Range<Int>?
    var brackets: [Int] = []
    for range in found where !isEscaped(range.lowerBound) {
      switch text.bytes[range.lowerBound] {
      case UInt8(ascii: "`"):
        if let open = code {
          remove(open)
          remove(range)
          mark(open.lowerBound..<range.upperBound)
          asides.append(open.lowerBound..<range.upperBound)
          code = nil
        } else {
          code = range
        }
      case UInt8(ascii: "["):
        brackets.append(range.lowerBound)
      case UInt8(ascii: "]"):
        guard let bracket = brackets.popLast(), isTarget(range) else { continue }
        // An image is shown by its description.
        let isImage = bracket > 0 && text.bytes[bracket - 1] == UInt8(ascii: "!") && !isEscaped(bracket - 1)
        remove((isImage ? bracket - 1 : bracket)..<(bracket + 1))
        remove(range)
        mark(bracket..<range.upperBound)
        asides += [bracket..<(bracket + 1), range]
      case UInt8(ascii: "<"):
        if isAddress(range) {
          remove(range.prefix(1))
          remove(range.suffix(1))
        } else {
          guard isTag(range) else { continue }
          edits.append(Edit(range, isLineBreak(range) ? " " : ""))
          mark(range)
        }
        asides.append(range)
      default:
        // The mark of a quotation has a blank behind it.
        let isSpaced = range.upperBound < text.count && text.bytes[range.upperBound] == UInt8(ascii: " ")
        remove(isSpaced ? range.lowerBound..<(range.upperBound + 1) : range)
        mark(range)
        asides.append(range)
      }
    }
    return asides.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether `](…)` is where a link leads: a word in which brackets are in pairs. What has blanks in it was said.
  private func isTarget(_ range: Range<Int>) -> Bool {
    let inside = text.bytes[range].dropFirst(2).dropLast()
    var depth = 0
    for byte in inside {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 || byte <= 0x20 || byte == UInt8(ascii: "\\") { return false }
    }
    return depth == 0 && !inside.isEmpty
  }

  /// `<https://tide.example>`, which is shown without its brackets.
  private func isAddress(_ tag: Range<Int>) -> Bool {
    let inside = text.bytes[tag.dropFirst().dropLast()]
    return !inside.contains { $0 <= 0x20 } && inside.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
  }

  /// Whether it is a tag of HTML that pages of words have, and not a word in angle brackets.
  private func isTag(_ tag: Range<Int>) -> Bool {
    let inside = text.bytes[tag.dropFirst().dropLast()]
    let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { Ascii.isLetter($0) || Ascii.isDigit($0) }
    let rest = inside[name.endIndex...]
    // Behind the name stand attributes, which have values.
    let isWhole = rest.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") } || rest.contains(UInt8(ascii: "="))
    return isWhole && tagNames.contains(String(decoding: name.map(Ascii.lowercased), as: UTF8.self))
  }

  /// `<br>`, which divides words.
  private func isLineBreak(_ tag: Range<Int>) -> Bool {
    let name = text.bytes[tag.dropFirst()].prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    return name.map { $0 | 0x20 }.elementsEqual("br".utf8)
  }

  private func isEscaped(_ place: Int) -> Bool {
    text.bytes[..<place].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  private mutating func remove(_ range: Range<Int>) { edits.append(Edit(range, "")) }
  private mutating func mark(_ range: Range<Int>) { marks.append(range) }

  // MARK: - Escapes, references, emphasis

  /// Asterisks or underscores beside each other, as far as they are not paired yet.
  private struct Delimiter {
    var range: Range<Int>
    var mark: UInt8
    var mayOpen: Bool
    var mayClose: Bool
  }

  private mutating func takeMarks(_ range: Range<Int>, _ delimiters: inout [Delimiter]) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text.bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < range.upperBound, isPunctuation(text.bytes[at + 1]) {
        remove(at..<(at + 1))
        at += 2
      } else if byte == UInt8(ascii: "&"), let (end, shown) = reference(at, upTo: range.upperBound) {
        edits.append(Edit(at..<end, shown))
        at = end
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        let run = (at..<range.upperBound).prefix { text.bytes[$0] == byte }
        delimiters.append(delimiter(run, byte))
        at = run.upperBound
      } else {
        at += 1
      }
    }
  }

  private func reference(_ start: Int, upTo end: Int) -> (end: Int, shown: [UInt8])? {
    let name = (start + 1..<end).prefix(CharacterReference.longest).prefix { text.bytes[$0] != UInt8(ascii: ";") }
    guard name.upperBound < end, text.bytes[name.upperBound] == UInt8(ascii: ";") else { return nil }
    return CharacterReference.decoded(text.bytes[name]).map { (name.upperBound + 1, $0) }
  }

  /// Whether a run may open emphasis and may close it (section 6.2). Marks that are no ASCII count as letters.
  private func delimiter(_ run: Range<Int>, _ mark: UInt8) -> Delimiter {
    let before = run.lowerBound > 0 ? text.bytes[run.lowerBound - 1] : 0x20
    let behind = run.upperBound < text.count ? text.bytes[run.upperBound] : 0x20
    let isLeft = behind > 0x20 && (!isPunctuation(behind) || before <= 0x20 || isPunctuation(before))
    let isRight = before > 0x20 && (!isPunctuation(before) || behind <= 0x20 || isPunctuation(behind))
    guard mark == UInt8(ascii: "_") else {
      return Delimiter(range: run, mark: mark, mayOpen: isLeft, mayClose: isRight)
    }
    return Delimiter(
      range: run, mark: mark, mayOpen: isLeft && (!isRight || isPunctuation(before)),
      mayClose: isRight && (!isLeft || isPunctuation(behind)))
  }

  /// How many runs back the beginning of emphasis is looked for, so that work does not grow with the square of their number.
  private static let mostOpen = 32

  /// Pairs what opens emphasis with what closes it.
  private mutating func pair(_ delimiters: [Delimiter]) {
    var open: [Delimiter] = []
    for var closer in delimiters {
      while closer.mayClose, !closer.range.isEmpty,
        let place = open.indices.suffix(Self.mostOpen).last(where: { open[$0].mark == closer.mark })
      {
        let width = min(2, open[place].range.count, closer.range.count)
        let (start, end) = (open[place].range.upperBound - width, closer.range.lowerBound + width)
        remove(start..<(start + width))
        remove(closer.range.lowerBound..<end)
        mark(start..<end)
        // What opens between the two has no partner.
        open.removeSubrange((place + 1)...)
        open[place].range = open[place].range.lowerBound..<start
        closer.range = end..<closer.range.upperBound
        if open[place].range.isEmpty { open.removeLast() }
      }
      if closer.mayOpen, !closer.range.isEmpty { open.append(closer) }
    }
  }

  private func isPunctuation(_ byte: UInt8) -> Bool { MarkdownLinks.isPunctuation(byte) }
}

/// Source: HTML Living Standard, 4.5 and what else stands in lines.
private let tagNames: Set<String> = [
  "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "small",
  "span",
  "strong", "sub", "sup", "u",
]

/// Without one of these, a text in Markdown is what it shows.
private let activeMarks = ByteSet("\\&*_`[]<>")
