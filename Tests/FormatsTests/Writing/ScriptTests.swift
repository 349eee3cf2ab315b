import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Formats

/// What is written is read as what was to be written, or the difference is among the losses.
struct ScriptTests {
  private func read(_ bytes: [UInt8], as name: String) throws -> Script {
    Document(Text(bytes), format: try #require(Notations.tried.format(named: name))).reading.script
  }

  @Test("No text is silently read as another one", arguments: Notations.tried.formats.map(\.name), UInt64(1)...2)
  func nastyTexts(name: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 { try expectNothingSilent(Script.random(using: &generator), name) }
  }

  @Test(
    "Nothing in a damaged text is silently read as something else",
    arguments: ["page.txt", "captions.txt", "blog.txt", "front-matter.md"],
    UInt64(1)...3)
  func damagedTexts(file: String, seed: UInt64) throws {
    let source = try Repository.text("docs/examples/\(file)")
    let format = try #require(Notations.tried.format(named: String(file.prefix { $0 != "." })))
    var generator = SeededGenerator(seed: seed)
    for round in 0..<40 {
      var text = Text(Array(source.bytes.prefix(2_000 + round * 20)))
      for _ in 0..<Int.random(in: 1...8, using: &generator) { text.apply(.random(in: text, using: &generator)) }
      let reading = Document(text, format: format).reading
      let others = Notations.tried.formats.shuffled(using: &generator).prefix(12)
      for other in others + [format] {
        let isSame = other.name == format.name
        try expectNothingSilent(
          reading.script, other.name, isSame ? Spelling(reading) : Spelling(reading).inAnotherNotation)
      }
    }
  }

  /// Whatever no loss speaks of is there when what was written is read, in its order, as it was.
  private func expectNothingSilent(_ script: Script, _ name: String, _ spelling: Spelling = Spelling()) throws {
    let format = try #require(Notations.tried.format(named: name))
    let written = try #require(script.written(in: format, like: spelling))
    let read = try read(written.bytes, as: name)
    let shown = String(decoding: written.bytes, as: UTF8.self)
    if written.losses.isEmpty {
      // The line above a transcript that says that it begins belongs to the notation.
      var expected = script
      if read.preamble.hasSuffix("Transcript") || script.preamble == "Transcript" { expected.preamble = read.preamble }
      #expect(read == expected, "\(shown)")
      return
    }
    let touched = Set(written.losses.compactMap(\.place.offset))
    var rest = read.elements[...]
    for element in script.elements where touched.isDisjoint(with: places(of: element)) {
      guard let place = rest.firstIndex(of: element) else {
        Issue.record(
          "\(element.content) is gone without a word in \(name):\n\(shown)\nlosses: \(written.losses)\nread: \(read.elements)"
        )
        break
      }
      rest = rest[(place + 1)...]
    }
    let kinds = Set(written.losses.map(\.kind))
    if !kinds.contains(.metadata) { #expect(read.metadata == script.metadata) }
    if !kinds.contains(.footer) { #expect(read.footer == script.footer, "\(shown)") }
    if !kinds.contains(.body) { #expect(read.body == script.body) }
  }

  private func places(of element: Script.Element) -> [Int] {
    guard case .unit(let unit) = element.content else { return element.place.offset.map { [$0] } ?? [] }
    return ([element.place] + unit.entries.map(\.place)).compactMap(\.offset)
  }

  @Test("What a notation holds is not among the losses")
  func falseLosses() throws {
    var generator = SeededGenerator(seed: 4)
    let script = Script.calm(90, using: &generator)
    // A segment that goes on with the speaker above has no label in se-unlocked and descript, and “Nobody knows:” would be read
    // as one.
    let expected: [String: Set<Loss.Kind>] = [
      "front-matter": [], "page": [], "blog": [.title], "captions": [.title, .speaker], "irc": [], "bold": [.start],
      "reply": [], "export": [], "range": [], "dash": [], "silly": [],
      "zoom": [.title], "time-behind": [.title], "sonix": [.title], "bracketed": [.title, .speaker],
      "brackets": [.title],
      "ranges": [.title], "voices": [.title], "nvivo": [.title], "rev-ai": [.title], "whisper": [.title, .speaker],
      "ccextractor": [.title, .speaker], "changelog": [], "se-unlocked": [.speaker, .text],
      "descript": [.speaker, .text], "ergo": [],
      "rustacean": [.start], "ladybug": [], "bold-time": [], "rev": [], "riverside": [.title], "bitcoin": [],
      "otter": [.title], "teams": [.title], "word": [.title], "podlove": [.title], "fathom": [.title],
      "happy-scribe": [.title], "zoom-captions": [.title], "time-below": [.title], "time-above": [.title, .speaker],
      "youtube": [.title, .speaker], "google-recorder": [.title, .start], "whisperx": [.title, .start],
      "minutes": [.start, .speaker], "oral-history": [.start, .speaker], "labels": [.start],
      "manifest": [.title, .start], "google-meet": [.start],
      "webvtt": [.title, .estimate], "srt": [.title, .estimate],
    ]
    // Without ends of segments, without questions, without times alone: written like another notation. That of somebody's own with
    // the same marks as Rev's goes before it.
    let likeOthers: Set = ["ranges", "whisper", "oral-history", "google-meet", "rev"]
    for format in Notations.tried.formats {
      let written = try #require(script.written(in: format))
      #expect(Set(written.losses.map(\.kind)) == expected[format.name], "\(format.name)")
      if likeOthers.contains(format.name) { continue }
      #expect(
        Detection.detect(Text(written.bytes), notation: NotationChoice(known: .tried)).format?.name == format.name,
        "\(format.name)")
    }
  }

  @Test(
    "A text keeps its own ways: ends of line, blank lines, times, marks of titles, quotes",
    arguments: [
      ("page", "Ada: one (0:01)\r\n\r\n\r\nBo: two (0:02)\r\n"),
      ("page", "\u{FEFF}Ada: one (00:01)\n\nBo: two (59:02)"),
      ("page", "Ada: one (59:59)\n\nBo: two (60:02)\n\nBo: more (75:30)\n\n\n"),
      ("page", "# The boat\n\nAda: one (59:59)\n\nBo: two (1:00:02)\n\n## The rope\n\nAda: three (1:00:09)\n"),
      ("page", "Ada: one (0:01.500)\n\nBo: two (0:02.000)\n"), ("page", "Ada: one (0:01)\n\nBo: two (0:02,25)\n"),
      ("page", "One\n\n\nTranscript\n\nAda: one (0:01)\n<!-- a remark -->\n\nBo: two (0:02)\n\nAll rights reserved\n"),
      ("captions", "0:01 hello\n\n0:02 you\n\n0:04 there\n"), ("captions", "00:00:01 hello\nyou\n00:00:02 there\n"),
      ("captions", "1:00:01 hello\r1:00:02 there\r"), ("blog", "[01:05] Ada: one\n\nmore\n\n[01:09] Bo: two\n"),
      ("blog", "---\ntitle: Bees\n\nids: [a, b] # both\n---\n\n\n[1:00:01] Ada: one\n\n[1:00:09] Bo: two\n"),
      (
        "front-matter",
        "---\n\ntitle: \"A\"\n# why\ntranscript:\n- line: a\n  sec: 1\n  time: 0:01\n  who: Ada\n# as heard\n- line: b\n  who: Ada\nseason: 2\n---\n\n# Body\n\ntext\n"
      ),
      (
        "front-matter",
        "---\ntranscript:\n- line: a\n  note:\n    - x\n    - y: z\n  sec: 1\n  time: '0:01'\n  who: Ada\n---\n"
      ),
      (
        "front-matter",
        "---\ntranscript:\n- line: a\n  time: '0:01'\n  who: Ada\n- line: alone\n- line: b\n  time: '0:02'\n  who: Bo\n---\n"
      ),
      ("front-matter", "---\r\ntranscript:\r\n- line: a\r\n  sec: 71\r\n  who: Ada\r\n---\r\n"),
    ])
  func ownSpelling(name: String, source: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Text(source), format: format).reading
    var losses: [Loss] = []
    let script = reading.script(losses: &losses)
    let written = try #require(script.written(in: format, like: Spelling(reading)))
    #expect(
      String(decoding: written.bytes, as: UTF8.self).utf8.elementsEqual(source.utf8),
      "\(Text(written.bytes).string(0..<written.bytes.count))")
    #expect(losses + written.losses == [])
  }

  @Test(
    "What cannot be read in the first place is a loss",
    arguments: [
      ("page", "Ada: one (0:01)\n\nBo: two (0:1)\n\nBo: three (0:75)\n", [.unreadable, .unreadable]),
      ("page", "Ada: one (0:01)\n\n<<<<<<< ours\nBo: two (0:02)\n", [.conflict]),
      ("page", "Ada: one (0:01.2345)\n\nBo: two (0:02)\n", [.unreadable]),
      ("front-matter", "---\ntranscript:\n- line: a\n  sec: 5\n  time: '0:07'\n  who: Ada\n---\n", [.contradiction]),
      ("front-matter", "---\ntranscript:\n- line: a\n  line: b\n  who: Ada\n---\n", [.repeated]),
      ("front-matter", "---\ntranscript:\n- line: a: b\n  who: Ada\n---\n", [.syntax]),
      (
        "front-matter", "---\ntranscript:\n- line: [a, b]\n  who: Ada\n- line: |-\n    c\n    d\n  who: Bo\n---\n",
        [.syntax]
      ),
      ("front-matter", "---\ntranscript:\n- line: number #7\n  who: Ada\n---\n", [.syntax]),
      ("front-matter", "---\ntranscript:\n- line: a\n  who: Ada\n- note: b\n- line: c\n---\n", [.entry]),
    ] as [(String, String, [Loss.Kind])])
  func unreadable(name: String, source: String, kinds: [Loss.Kind]) throws {
    let reading = Document(Text(source), format: try #require(Notations.tried.format(named: name))).reading
    var losses: [Loss] = []
    _ = reading.script(losses: &losses)
    #expect(losses.map(\.kind) == kinds)
    #expect(losses.allSatisfy { $0.place.offset != nil })
  }

  @Test("An entry that says where a transcript is gives way to the transcript")
  func transcriptElsewhere() throws {
    let source = "---\ntitle: Bees\ntranscript: https://hive.example/1\n---\n\n[01:05] Ada: one\n\n[01:09] Bo: two\n"
    let blog = try #require(Notations.tried.format(named: "blog"))
    let frontMatter = try #require(Notations.tried.format(named: "front-matter"))
    let written = try #require(Document(Text(source), format: blog).reading.script.written(in: frontMatter))
    #expect(written.losses.map(\.kind) == [.metadata])
    #expect(!String(decoding: written.bytes, as: UTF8.self).contains("hive.example"))
  }

  @Test("Bytes that are no UTF-8 are a loss")
  func encoding() throws {
    let reading = Document(
      Text(Array("Ada: caf".utf8) + [0xE9] + Array(" (0:01)\n".utf8)),
      format: try #require(Notations.tried.format(named: "page"))
    ).reading
    var losses: [Loss] = []
    _ = reading.script(losses: &losses)
    #expect(losses.map(\.kind) == [.encoding])
  }

  /// Each notation, read and written, beside some that differ most from each other.
  private static let pairs: [(String, String)] = Notations.tried.formats.map(\.name).flatMap { name in
    ["page", "captions", "front-matter", "se-unlocked"].flatMap { [(name, $0), ($0, name)] }
  }

  @Test("Work grows with the transcript", arguments: pairs)
  func linear(from: String, to: String) throws {
    let (from, to) = (
      try #require(Notations.tried.format(named: from)), try #require(Notations.tried.format(named: to))
    )
    func time(_ count: Int) throws -> Duration {
      var generator = SeededGenerator(seed: 9)
      let text = Text(try #require(Script.calm(count, using: &generator).written(in: from)).bytes)
      return (0..<2).map { _ in
        processorTime {
          let reading = Document(text, format: from).reading
          _ = reading.script.written(in: to, like: Spelling(reading).inAnotherNotation)
        }
      }.min()!
    }
    // Sixteen times as much takes sixteen times as long; were it the square, it would be 256 times.
    #expect(try time(640) < time(40) * 64)
  }
}
