import SourceText
import Transcript

/// WebVTT as browsers read it (WebVTT: The Web Video Text Tracks Format, 6.1 "WebVTT file parsing").
///
/// What they drop is a fault, and so is what the specification does not allow authors to write (4.1 to 4.4). A cue with times
/// that cannot be read is a segment nevertheless, as somebody said what stands in it.
struct WebVTTFormat: Format {
  let name = "webvtt"

  func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    if mode == .start { return readStart(&lines, into: &block) }
    return readBody(&lines, mode.webVTTPlace, into: &block)
  }

  // MARK: - The first line

  private func readStart(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    guard let line = lines.peek() else { return .start }
    let content = lines.withoutByteOrderMark(line)
    if lines.isWebVTTSignature(content) { return readSignature(&lines, content, into: &block) }
    if lines.resemblesWebVTTSignature(content) {
      block.add(.signatureMissing, content.isEmpty ? line : content)
      return readSignature(&lines, content, into: &block)
    }
    if let below = signatureBelow(&lines) {
      // Blank lines above it are enough for players not to find it.
      block.add(.signatureMissing, below)
      while let line = lines.peek(), line.lowerBound < below.lowerBound { lines.next() }
      return readSignature(&lines, below, into: &block)
    }
    block.add(.signatureMissing, content)
    return readBody(&lines, WebVTTPlace(), into: &block)
  }

  /// The signature below blank lines.
  private func signatureBelow(_ lines: inout LineCursor) -> Range<Int>? {
    for ahead in 0..<Self.mostBlankLines {
      guard let line = lines.peek(ahead) else { return nil }
      let content = lines.cueTrimmed(lines.withoutByteOrderMark(line))
      if content.isEmpty { continue }
      return lines.resemblesWebVTTSignature(content) ? content : nil
    }
    return nil
  }

  private static let mostBlankLines = 16

  private func readSignature(_ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder) -> Mode {
    block.kind = .metadata
    let word = lines.cueTrimmed(content).prefix(6)
    block.add(.mark, word)
    let title = lines.cueTrimmed(min(word.upperBound, content.upperBound)..<content.upperBound)
    if !title.isEmpty { block.add(.comment, title) }
    lines.next()
    var place = WebVTTPlace()
    guard let next = lines.peek() else {
      // Two ends of line divide the header from the cues, even where there are none (4.1 "WebVTT file body").
      if lines.isAtEnd { block.add(.blankLineMissing, content) } else { place.above = .header }
      return Mode(place)
    }
    if !next.isEmpty { place.above = .header }
    lines.skipEmptyLines()
    return Mode(place)
  }

  // MARK: - The rest

  private func readBody(_ lines: inout LineCursor, _ place: WebVTTPlace, into block: inout BlockBuilder) -> Mode {
    var reader = WebVTTBlockReader(place)
    reader.read(&lines, into: &block)
    return Mode(reader.place)
  }
}

extension LineCursor {
  /// `WEBVTT`, by itself or with a blank and anything behind it (WebVTT, 4.1 and 6.1, steps 5 to 8).
  func isWebVTTSignature(_ line: Range<Int>) -> Bool {
    guard begins(line, with: "WEBVTT") else { return false }
    return line.count == 6 || isSpace(self[line.lowerBound + 6])
  }

  /// What was meant as the signature: in small letters, with blanks or another byte order mark before it, or with something
  /// right behind it.
  func resemblesWebVTTSignature(_ line: Range<Int>) -> Bool {
    var content = cueTrimmed(line)
    while begins(content, with: "\u{FEFF}") { content = cueTrimmed(content.dropFirst(3)) }
    let word = content.prefix(6)
    return self[word].map { Ascii.lowercased($0) }.elementsEqual("webvtt".utf8)
  }

  /// Takes the empty lines that follow. A line with a blank in it is not empty.
  mutating func skipEmptyLines() {
    while let line = peek(), line.isEmpty { next() }
  }
}
