import Transcript

/// Reads any of the text notations, with or without front matter before it.
///
/// Front matter is a mode of reading and not a notation of its own: where the transcript stands inside it, Markdown
/// follows; elsewhere the paragraphs of a notation do.
struct TranscriptFormat: Format {
  let name: String
  /// How the paragraphs behind the front matter are written; nil where the transcript is the front matter's.
  let notation: Notation?

  func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    switch mode {
    case .start: readStart(&lines, into: &block)
    case .late: readLateStart(&lines, into: &block)
    case .metadata, .items: readFrontMatter(&lines, in: mode, into: &block)
    default:
      if let notation {
        ParagraphReader(notation: notation).read(&lines, in: mode, into: &block)
      } else {
        readBody(&lines, into: &block)
      }
    }
  }

  private func readStart(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    guard let line = lines.peek() else { return .start }
    let content = lines.withoutByteOrderMark(line)
    if lines.isFence(content) {
      lines.next()
      lines.skipBlankLines()
      block.kind = .metadata
      return .metadata
    }
    guard let notation else { return readLateStart(&lines, into: &block) }
    return ParagraphReader(notation: notation).read(&lines, in: .preamble, into: &block)
  }

  /// Front matter that does not begin on the first line: a site generator would show it as text.
  private func readLateStart(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    lines.skipBlankLines()
    guard let line = lines.peek() else { return .late }
    let content = lines.withoutByteOrderMark(line)
    if lines.isFence(content) {
      block.kind = .metadata
      block.add(.frontMatterNotFirst, lines.trimmed(content))
      lines.next()
      lines.skipBlankLines()
      return .metadata
    }
    if lines.key(at: content) != nil {
      block.add(.frontMatterNotOpened, lines.trimmed(content))
      return readFrontMatter(&lines, in: .metadata, into: &block)
    }
    lines.next()
    lines.skipBlankLines()
    return .late
  }

  private func readFrontMatter(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    let reader = FrontMatterReader(body: notation == nil ? .body : .preamble)
    let next = reader.read(&lines, in: mode, into: &block)
    if next == .metadata || next == .items, lines.peek() == nil, lines.isAtEnd {
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
