import SourceText
import Transcript

extension Rule {
  /// Left alone: two blanks at the end of a line in a paragraph, which are a line break in Markdown, and a blank that
  /// is escaped in YAML.
  static let trailingSpace = Rule(
    "trailing-space", .hint, fix: .safe,
    summary: "A line ends with blanks.",
    why: "Programs that tidy the file change these lines, and the changes that matter are hard to find among them.",
    halfWritten: .line,
    looks: .atBlock { reading, block, report in
      // Text outside of the transcript is left alone.
      guard reading.blocks[block].kind != .conflict, reading.blocks[block].kind != .prose else { return }
      let range = reading.blocks.range(of: block)
      let text = reading.text
      var line = text.line(at: range.lowerBound)
      while line < text.lineCount, text.lineStarts[line] < range.upperBound {
        defer { line += 1 }
        let content = text.content(ofLine: line)
        guard let last = content.last, isBlank(text.bytes[last]) else { continue }
        var start = content.upperBound
        while start > content.lowerBound, isBlank(text.bytes[start - 1]) { start -= 1 }
        // In a cue a line of blanks is a line that is shown; without them the cue would end there.
        if start == content.lowerBound, reading.episode.rows[block].end != nil { continue }
        let run = start..<content.upperBound
        if start == content.lowerBound, isJudged(run, reading, block) { continue }
        if run.count == 2, start > content.lowerBound, isLineBreak(reading, block, line) { continue }
        // One blank is what wrapping leaves at the end of a line on which a paragraph does not end.
        if run.count == 1, isInside(reading, block, content.upperBound) { continue }
        if start > content.lowerBound, text.bytes[start - 1] == UInt8(ascii: "\\") { continue }
        report(
          run, "The line ends with \(run.count == 1 ? "a blank" : "\(run.count) blanks").",
          fixes: [Fix("Remove the blanks", altering: [], Edit(run, ""))])
      }
    })
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether a paragraph that is wrapped goes on behind a place.
private func isInside(_ reading: Reading, _ block: Int, _ place: Int) -> Bool {
  guard let part = reading.part(.words, of: block), part.quoting == .wrapped else { return false }
  let words = reading.range(of: part, in: block)
  return words.lowerBound < place && place < words.upperBound
}

/// Whether the paragraph continues on the next line, outside of YAML.
private func isLineBreak(_ reading: Reading, _ block: Int, _ line: Int) -> Bool {
  let text = reading.text
  // The lines of a cue end where they end.
  guard line + 1 < text.lineCount, text.lineStarts[line + 1] < text.count, reading.episode.rows[block].end == nil else {
    return false
  }
  let next = text.content(ofLine: line + 1)
  return !next.isEmpty && !reading.blocks.parts(of: block).contains { $0.kind == .key }
}

/// Whether the blanks of a line that has nothing else have a finding of their own.
private func isJudged(_ line: Range<Int>, _ reading: Reading, _ block: Int) -> Bool {
  reading.blocks[block].hasFault
    && reading.blocks.parts(of: block).contains { part in
      let isLine = part.fault == .subRipBlankLineNotEmpty || part.fault == .subRipBlankLineInside
      return isLine && reading.range(of: part, in: block).lowerBound <= line.lowerBound
        && reading.range(of: part, in: block).upperBound >= line.upperBound
    }
}
