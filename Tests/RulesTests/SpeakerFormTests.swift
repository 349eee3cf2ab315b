import Rules
import SourceText
import Testing
import Transcript

/// Labels in Markdown, as a notation would describe them: the name without the marks around it.
struct SpeakerFormTests {
  /// `**Ada:** text`, however the marks stand.
  private struct Bold: Format {
    let name = "bold"

    func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
      guard let line = lines.next() else { return mode }
      lines.skipBlankLines()
      guard let first = line.first(where: { isLetter(lines[$0]) }) else { return mode }
      let end = line[first...].first { !isLetter(lines[$0]) } ?? line.upperBound
      block.kind = .segment
      block.add(.speaker, first..<end)
      block.add(.words, (line[end...].first { lines[$0] == 0x20 } ?? line.upperBound)..<line.upperBound)
      return mode
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x7A).contains(byte) && byte != UInt8(ascii: "_") }
  }

  private func found(_ labels: String...) -> [String] {
    let text = Text(labels.map { "\($0) Yes.\n\n" }.joined())
    let findings = Judge.findings(in: Document(text, format: Bold()).reading).filter { $0.rule == "speaker-form" }
    return findings.map {
      "\(text.string($0.range)) \($0.fixes.first?.edits.map(\.replacement).map { String(decoding: $0, as: UTF8.self) } ?? [])"
    }
  }

  @Test("The minority takes the form of the majority")
  func minority() {
    #expect(found("**Ada:**", "**Bo:**", "**Ada:**", "**Bo**:") == [#"**Bo**: ["**Bo:**"]"#])
    #expect(found("**Ada:**", "**Bo:**", "**Ada:**", "Bo:") == [#"Bo: ["**Bo:**"]"#])
    #expect(found("Ada:", "Bo:", "Ada:", "__Bo__:") == [#"__Bo__: ["Bo:"]"#])
  }

  @Test("Nothing is said without a majority, of unknown names, and where all are alike")
  func silent() {
    #expect(found("**Ada:**", "**Bo:**", "**Ada**:", "**Bo**:") == [])
    #expect(found("**Ada:**", "**Bo:**", "**Ada:**", "**Note**:") == [])
    #expect(found("**Ada**:", "**Bo**:", "**Ada**:", "**Bo**:") == [])
  }
}
