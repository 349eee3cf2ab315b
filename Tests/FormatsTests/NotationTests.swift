import Formats
import Foundation
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct NotationTests {
  @Test(
    "A byte order mark is kept and is no content",
    arguments: [
      ("front-matter", "---\ntranscript:\n- line: hi\n  who: Ada\n---\n"),
      ("page", "Ada: hi (0:01)\n\nBo: ho (0:02)\n"),
      ("captions", "0:01 hi\n0:02 ho\n"), ("blog", "[00:00:01] Ada: hi\n\n[00:00:02] Bo: ho\n"),
      ("srt", "1\n00:00:01,000 --> 00:00:02,000\nhi\n"),
      ("webvtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>hi\n"),
    ])
  func byteOrderMark(name: String, source: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let plain = Document(Text(source), format: format).reading
    let marked = Document(Text("\u{FEFF}" + source), format: format).reading
    #expect(dump(plain) == dump(marked))
    #expect(marked.text.count == plain.text.count + 3)
    #expect(Detection.detect(marked.text).format?.name == name)
  }

  @Test("All ends of line read the same", arguments: Notations.builtIn.formats.map(\.name), ["\r\n", "\r"])
  func endsOfLine(name: String, end: String) throws {
    let examples = Repository.files(in: "docs/examples", endings: ["md", "txt", "vtt", "srt"]).filter {
      $0.contains("/\(name).")
    }
    let sources =
      try examples.map { try Repository.text($0) }.map { $0.string(0..<$0.count) }
      + CorpusTests.cases.filter { $0.notation == name && !$0.text.contains("\r") }.map(\.text)
    #expect(!sources.isEmpty)
    let format = try #require(Notations.tried.format(named: name))
    for source in sources {
      let other = source.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
      // What YAML takes for a list or a block is shown as it stands, with its ends of line.
      let read = dump(Document(Text(other), format: format).reading).replacingOccurrences(of: end, with: "\n")
      #expect(read == dump(Document(Text(source), format: format).reading))
    }
  }

  @Test("Any bytes are read in any notation", arguments: UInt64(1)...40)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<400).map { _ in
      Bool.random(using: &generator)
        ? UInt8.random(in: 0...255, using: &generator)
        : Array("\n\r -:'\"#[](0)1Ae".utf8).randomElement(using: &generator)!
    }
    for format in Notations.tried.formats {
      let reading = Document(Text(bytes), format: format).reading
      #expect(reading.blocks.indices.map { reading.blocks.range(of: $0).count }.reduce(0, +) == bytes.count)
    }
    #expect(Detection.detect(Text(bytes)).reach <= bytes.count + 1)
  }
}
