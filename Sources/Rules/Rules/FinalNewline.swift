import SourceText
import Transcript

extension Rule {
  static let finalNewline = Rule(
    "final-newline", .hint, fix: .safe,
    summary: "The last line of the file has no line end.",
    why: "Adding a line then changes the last one, too, and programs that join files run two lines together.",
    halfWritten: .line,
    looks: .atDocument { reading, report in
      guard reading.blocks.count(of: .segment) > 0 else { return }
      let text = reading.text
      let content = text.content(ofLine: text.lineCount - 1)
      guard !content.isEmpty else { return }
      var start = content.upperBound - 1
      while start > content.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let end = reading.text.lineEnding(at: 0)
      report(
        start..<content.upperBound, "The last line has no line end.",
        fixes: [Fix("End the line", altering: [], Edit(content.upperBound..<content.upperBound, end))])
    })
}
