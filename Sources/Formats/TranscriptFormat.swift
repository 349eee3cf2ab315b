import Transcript

/// Reads any of the text notations, with or without front matter before it.
///
/// Front matter is a mode of reading and not a notation of its own: where the transcript stands inside it, Markdown
/// follows; elsewhere the paragraphs of a notation do.
struct TranscriptFormat: Format {
  let name: String
  /// How the paragraphs behind the front matter are written; nil where the transcript is the front matter's.
  var notation: Notation? { reader?.notation }
  private let reader: ParagraphReader?

  private init(name: String, reader: ParagraphReader?) {
    (self.name, self.reader) = (name, reader)
  }

  static let frontMatter = TranscriptFormat(name: Notations.frontMatter, reader: nil)

  init(_ notation: Notation) {
    self.init(name: notation.name, reader: ParagraphReader(notation: notation))
  }

  var writer: (any BlockWriter)? { TranscriptWriter(format: self) }

  func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    switch mode {
    case .start: readStart(&lines, into: &block)
    case .late, .stray: readLateStart(&lines, in: mode, into: &block)
    default:
      if let place = mode.place {
        readFrontMatter(&lines, at: place, into: &block)
      } else if let reader {
        reader.read(&lines, in: mode, into: &block)
      } else {
        readBody(&lines, into: &block)
      }
    }
  }

  private func readStart(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    guard let line = lines.peek() else { return .start }
    let content = lines.withoutByteOrderMark(line)
    if lines.isFence(content) {
      block.kind = .metadata
      return open(&lines, into: &block)
    }
    if lines.isFenceOfTOML(content), takeTOML(&lines) { return reader == nil ? .body : .preamble }
    guard let reader else { return readLateStart(&lines, in: .start, into: &block) }
    return reader.read(&lines, in: .preamble, into: &block)
  }

  /// In how many lines front matter in TOML must end. Where it does not, `+++` is a line like others.
  private static let mostLinesOfTOML = 400

  /// Takes front matter in TOML, from `+++` to `+++`, and the blank lines below it.
  private func takeTOML(_ lines: inout LineCursor) -> Bool {
    for ahead in 1...Self.mostLinesOfTOML {
      guard let line = lines.peek(ahead) else { return false }
      guard lines.isFenceOfTOML(line) else { continue }
      for _ in 0...ahead { lines.next() }
      lines.skipBlankLines()
      return true
    }
    return false
  }

  /// Front matter that does not begin on the first line: a site generator would show it as text.
  private func readLateStart(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    lines.skipBlankLines()
    guard let line = lines.peek() else { return mode }
    let content = lines.trimmed(lines.withoutByteOrderMark(line))
    if lines.isFence(content) {
      block.kind = .metadata
      if mode != .stray { block.add(.frontMatterNotFirst, content) }
      return open(&lines, into: &block)
    }
    if lines.isGluedFence(content) || lines.isBrokenFence(content) && opensWithKey(&lines, 1) {
      block.kind = .metadata
      block.add(.frontMatterNotOpened, content)
      return open(&lines, into: &block)
    }
    if mode != .stray, lines.key(at: content) != nil {
      block.add(.frontMatterNotOpened, content)
      return readFrontMatter(&lines, at: FrontMatterPlace(), into: &block)
    }
    let isReported = mode == .start && opensBelow(&lines)
    if isReported { block.add(.frontMatterNotFirst, content) }
    lines.next()
    lines.skipBlankLines()
    return isReported ? .stray : mode == .start ? .late : mode
  }

  /// Whether the first line that is not blank, from one on, is a key.
  private func opensWithKey(_ lines: inout LineCursor, _ first: Int) -> Bool {
    var ahead = first
    while let line = lines.peek(ahead), lines.isBlank(line) { ahead += 1 }
    return lines.peek(ahead).map { lines.key(at: $0) != nil } ?? false
  }

  /// Whether a line `---` stands close below, and a key behind it.
  private func opensBelow(_ lines: inout LineCursor) -> Bool {
    for ahead in 1...Self.mostStrayLines {
      guard let line = lines.peek(ahead) else { return false }
      if lines.isFence(line) { return opensWithKey(&lines, ahead + 1) }
    }
    return false
  }

  private static let mostStrayLines = 16

  /// Takes the line `---` and the blank lines below it.
  private func open(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    lines.next()
    FrontMatterReader(body: .body).skipBlankLines(&lines, into: &block)
    return Mode(FrontMatterPlace())
  }

  private func readFrontMatter(_ lines: inout LineCursor, at place: FrontMatterPlace, into block: inout BlockBuilder)
    -> Mode
  {
    let reader = FrontMatterReader(body: reader == nil ? .body : .preamble)
    let next = reader.read(&lines, at: place, into: &block)
    if next.place != nil, lines.peek() == nil, lines.isAtEnd {
      block.add(.frontMatterNotClosed, lines.trimmed(lines.lastContent))
    }
    return next
  }

  /// Markdown below the front matter: a paragraph at a time, left in peace.
  private func readBody(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    while let line = lines.peek(), !lines.isBlank(line) {
      let content = lines.trimmed(line)
      if lines.isComment(content) { block.add(.comment, content) }
      lines.next()
    }
    lines.skipBlankLines()
    return .body
  }
}
