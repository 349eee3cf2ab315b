import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// Updating equals reading afresh: the engine's one promise, tried with edits of every kind in every notation.
struct EngineTests {
  static let examples = Repository.files(in: "docs/examples", endings: ["md", "txt", "vtt", "srt"])
  static let names = Notations.tried.formats.map(\.name)

  @Test("After any edit the blocks are those of a text read afresh", arguments: names, examples)
  func incrementalEqualsAfresh(name: String, example: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    // A few thousand bytes hold every kind of line; more would only make fewer edits.
    let text = Text(Array(try Repository.text(example).bytes.prefix(2_500)))
    try expectSame(text, format, edits: 120, seed: UInt64(example.utf8.count))
  }

  @Test(
    "After any edit in a real transcript the blocks are those of a text read afresh",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func incrementalEqualsAfreshInSamples() throws {
    let edits = 400
    let files = Repository.samples(in: "first-five", "datatalks-history", "talkpython-txt", "show-notes")
    try #require(!files.isEmpty)
    for (number, file) in files.enumerated() {
      let text = try file.text()
      let format = try #require(Detection.detect(text).format ?? Notations.tried.format(named: "page"))
      try expectSame(text, format, edits: edits / files.count, seed: UInt64(number))
    }
  }

  private func expectSame(_ text: Text, _ format: any Format, edits: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var document = Document(text, format: format)
    for _ in 0..<edits {
      let edit = Edit.random(in: document.reading.text, using: &generator)
      document.apply(edit)
      let fresh = Document(document.reading.text, format: format).reading
      try #require(document.reading.blocks == fresh.blocks, "\(edit) in \(format.name)")
      try #require(rows(document.reading) == rows(fresh), "\(edit) in \(format.name)")
      try expectGapless(document.reading)
    }
  }

  /// The rows with their labels spelt out, since the numbers of speakers depend on history.
  private func rows(_ reading: Reading) -> [String] {
    reading.episode.rows.map { row in
      let label = row.speaker.map {
        "\(reading.episode.speakers.label(of: $0)) \(reading.episode.speakers.count(of: $0))"
      }
      return "\(row.start?.milliseconds ?? -1) \(row.startStyle) \(row.opening) \(row.words) \(label ?? "")"
    }
      + reading.blocks.indices.map { "\(reading.kind(of: $0)) \(reading.episode.start(of: $0)?.description ?? "")" }
  }

  private func expectGapless(_ reading: Reading) throws {
    var end = 0
    for index in reading.blocks.indices {
      try #require(reading.blocks.range(of: index).lowerBound == end)
      end = reading.blocks.range(of: index).upperBound
      for part in reading.blocks.parts(of: index) {
        let range = reading.range(of: part, in: index)
        try #require(range.lowerBound >= 0 && range.upperBound <= end)
      }
    }
    try #require(end == reading.text.count)
  }

  @Test(
    "A keystroke reads its neighbourhood again and nothing else",
    arguments: [
      "docs/examples/page.txt", "docs/examples/captions.txt", "docs/examples/blog.txt", "docs/examples/front-matter.md",
      "docs/examples/srt.srt",
      "docs/examples/webvtt.vtt",
    ])
  func readsOnlyTheNeighbourhood(example: String) throws {
    let text = try Repository.text(example)
    let format = try #require(Detection.detect(text).format)
    var document = Document(text, format: format)
    let longest = document.reading.blocks.indices.map { document.reading.blocks.range(of: $0).count }.max() ?? 0
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      // Letters inside words leave the structure as it is.
      let offset = Int.random(in: 0..<document.reading.text.count, using: &generator)
      guard document.reading.text.bytes[offset] == UInt8(ascii: "e") else { continue }
      let change = document.apply(Edit(offset..<offset, "e"))
      #expect(change.bytesRead <= 2 * longest + 2, "\(offset)")
      #expect(change.removed.count <= 3)
    }
  }

  @Test("Opening the front matter changes how everything below is read, and closing it changes it back")
  func modeReachesToTheEnd() throws {
    let format = try #require(Notations.tried.format(named: "front-matter"))
    var document = Document(
      Text("---\ntitle: A\ntranscript:\n- line: hi\n  who: Ada\n---\n\nBody: text\n"), format: format)
    let before = dump(document.reading)
    document.apply(Edit(47..<51, ""))
    #expect(dump(document.reading) != before)
    document.apply(Edit(47..<47, "---\n"))
    #expect(dump(document.reading) == before)
  }

  @Test("Typing and deleting a label leaves no trace in the speakers")
  func speakersAreReused() throws {
    let format = try #require(Notations.tried.format(named: "page"))
    var document = Document(Text("Ada: one (0:01)\n\nBo: two (0:02)\n"), format: format)
    for step in 0..<1_000 {
      document.apply(Edit(0..<0, "N\(step)"))
      document.apply(Edit(0..<"N\(step)".utf8.count, ""))
    }
    let speakers = document.reading.episode.speakers
    #expect(speakers.all.map { speakers.label(of: $0) }.sorted() == ["Ada", "Bo"])
  }
}
