import Formats
import LSP
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Server

/// What is held back while somebody types is little, and is told in the end.
@Suite struct HalfWrittenTests {
  /// At each edit what is published lacks nothing but findings about what may be half written where the edit was made; after
  /// a pause it lacks nothing.
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func heldBackIsLittleAndTold(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let language = ["transcript-blog", "transcript-page", "transcript-front-matter"].randomElement(using: &generator)!
    let client = Client()
    client.initialize()
    var text = Text(Self.episodes[language]!)
    client.open("file:///a.txt", text.string(0..<text.count), language: language)
    var shown = try #require(published(client))
    #expect(shown == judged(text, language))
    for version in 2...40 {
      let start = Int.random(in: 0...text.count, using: &generator)
      let end =
        Bool.random(using: &generator) ? start : min(text.count, start + Int.random(in: 0...9, using: &generator))
      let typed = ["a", " ", "  ", "\n", "\n\n", "Bo: ", "[00:09] Ann:", ")", "- line: x\n"].randomElement(
        using: &generator)!
      let edit = Edit(start..<end, typed)
      client.send(change(edit, of: text, version: version))
      text.apply(edit)
      shown = try #require(published(client))
      let all = judged(text, language)
      let caret = start + typed.utf8.count
      let held = all.filter { !shown.contains($0) }
      #expect(shown == all.filter { !held.contains($0) }, "nothing is invented")
      let blocks = reading(text, language)?.blocks
      for finding in held {
        switch try #require(Rule.named(finding.rule)?.halfWritten, "\(finding.rule)") {
        case .line: #expect(finding.start.line == text.line(at: caret))
        case .unit:
          #expect(blocks?.index(at: text.offset(of: finding.start, in: .utf32)) == blocks?.index(at: caret))
        }
      }
      guard Bool.random(using: &generator) else { continue }
      client.pause()
      if !held.isEmpty { #expect(published(client) == all) }
    }
  }
}

extension HalfWrittenTests {
  private static let episodes = [
    "transcript-blog": "[00:00] Ann: Is it on?\n\n[00:04] Bo: It is on\n\n[00:09] Ann: Since when?\n",
    "transcript-page": "Ann: Is it on? (0:01)\n\nThe lamp\n\nBo: It is on. (0:04)\n\nAnn: Since when? (0:09)\n",
    "transcript-front-matter":
      "---\ntranscript:\n- line: Is it on?\n  time: '0:01'\n  who: Ann\n- line: It is on.\n  time: '0:04'\n  who: Bo\n---\n",
  ]

  private struct Remark: Equatable {
    let rule: String
    let message: String
    let start: SourceText.Position
  }

  private func published(_ client: Client) -> [Remark]? {
    client.receive()?["params"]["diagnostics"].array?.map { item in
      let start = item["range"]["start"]
      return Remark(
        rule: item["code"].string ?? "", message: item["message"].string ?? "",
        start: SourceText.Position(line: start["line"].integer ?? -1, column: start["character"].integer ?? -1))
    }
  }

  /// All that is wrong with a text, read afresh.
  private func judged(_ text: Text, _ language: String) -> [Remark] {
    reading(text, language).map { reading in
      Judge.findings(in: reading).map { finding in
        Remark(
          rule: finding.rule, message: finding.message, start: text.position(of: finding.range.lowerBound, in: .utf32))
      }
    } ?? []
  }

  private func reading(_ text: Text, _ language: String) -> Reading? {
    Detection.detect(text, languageID: language, path: "/a.txt").format.map { Document(text, format: $0).reading }
  }

  private func change(_ edit: Edit, of text: Text, version: Int) -> String {
    func position(_ offset: Int) -> String {
      let position = text.position(of: offset, in: .utf32)
      return #"{"line": \#(position.line), "character": \#(position.column)}"#
    }
    let range = #"{"start": \#(position(edit.range.lowerBound)), "end": \#(position(edit.range.upperBound))}"#
    let words = String(decoding: edit.replacement, as: UTF8.self).replacing("\n", with: "\\n")
    return
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///a.txt", "version": \#(version)}, "contentChanges": [{"range": \#(range), "text": "\#(words)"}]}}"#
  }
}
