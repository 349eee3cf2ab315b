import Formats
import Foundation
import SourceText
import Support
import Testing

struct DetectionTests {
  private func name(_ text: String, id: String? = nil, path: String? = nil) -> String? {
    let detection = Detection.detect(Text(text), languageID: id, path: path)
    return detection.reason == nil ? detection.format?.name : nil
  }

  @Test(
    "By content",
    arguments: [
      ("docs/examples/page.txt", "page"), ("docs/examples/captions.txt", "captions"),
      ("docs/examples/blog.txt", "blog"),
      ("docs/examples/front-matter.md", "front-matter"), ("docs/examples/faulty-page.txt", "page"),
      ("docs/examples/faulty-captions.txt", "captions"), ("docs/examples/faulty-blog.txt", "blog"),
      ("docs/examples/faulty-front-matter.md", "front-matter"), ("docs/examples/broken-quote.md", "front-matter"),
      ("docs/examples/show-notes.md", nil), ("README.md", nil), ("Package.swift", nil),
    ] as [(String, String?)])
  func byContent(path: String, expected: String?) throws {
    let detection = Detection.detect(try Repository.text(path))
    #expect((detection.reason == nil ? detection.format?.name : nil) == expected)
  }

  @Test("The language id comes first, then the inner extension, then the content")
  func order() {
    let page = "Ada: a b c (0:01)\n\nBo: d e f (0:02)\n"
    #expect(name(page) == "page")
    #expect(name(page, path: "x.captions.txt") == "captions")
    #expect(name(page, id: "transcript-blog", path: "x.captions.txt") == "blog")
    #expect(name(page, id: "markdown", path: "notes.md") == "page")
    #expect(name(page, id: "transcript") == "page")
    // Where the ending says it, what stands before it is a part of the name.
    let cues = "WEBVTT\n\n00:01.000 --> 00:02.000\nhello you\n"
    #expect(name(cues, path: "x.srt.vtt") == "webvtt" && name(cues, path: "x.page.vtt") == "webvtt")
  }

  @Test(
    "What is no transcript",
    arguments: [
      "", "Just a sentence.\n\nAnd one more: with a colon.\n",
      "# Notes\n\n- 0:00 is when it starts\n- [Link](https://example.org)\n",
      "<!DOCTYPE html>\n<html><body>404: Not Found</body></html>\n",
      // A list of chapters: nobody says three words in five minutes.
      "00:00:00 Welcome and names\n00:05:10 The first hive\n00:11:40 Wax\n00:19:02 Goodbye\n",
    ])
  func noTranscript(text: String) {
    #expect(name(text) == nil)
  }

  @Test(
    "What has the marks of a notation is in that one",
    arguments: [
      ("WEBVTT\n\n00:01.000 --> 00:02.000\nhello you\n\n00:03.000 --> 00:04.000\nhello\n", "webvtt"),
      ("[00:17] **Ada**: hello there\n\n[00:20] **Bo**: hello\n", "ergo"),
      ("Ada (00:00:05):\nhello there\n\nBo (00:00:09):\nhello\n", "rev"),
    ])
  func otherMarks(text: String, notation: String) {
    #expect(name(text) == notation)
  }

  @Test("A wrong time in the last line that is counted does not make a list of chapters")
  func wrongLastTime() {
    let turns = ["00:00:04", "00:00:09", "00:00:15", "00:00:19", "10:00:24"].map {
      "[\($0)] Ada: And so it goes on.\n\n"
    }
    #expect(name(turns.joined()) == "blog")
  }

  @Test("A template with placeholders is not judged")
  func template() {
    let detection = Detection.detect(Text("---\ntitle: \"{{ title }}\"\ntranscript:\n- line: x\n---\n"))
    #expect(detection.format == nil)
    #expect(detection.reason == "a template with placeholders")
  }

  @Test("Front matter may stand before any notation")
  func frontMatterBefore() {
    #expect(name("---\ntitle: Hives\n---\n\n[00:00:01] Ada: a b c d\n\n[00:00:05] Bo: e f g\n") == "blog")
  }

  @Test(
    "One half-typed line does not change the notation",
    arguments: [
      "docs/examples/page.txt", "docs/examples/captions.txt", "docs/examples/blog.txt", "docs/examples/front-matter.md",
    ])
  func survivesTyping(path: String) throws {
    let text = try Repository.text(path)
    let expected = try #require(Detection.detect(text).format?.name)
    for line in 1..<min(text.lineCount, 60) {
      for garbage in ["x", "0:", "Ada", "[00:", "- li"] {
        var edited = text
        edited.apply(Edit(text.content(ofLine: line), garbage))
        // The very lines that make it front matter may take it away.
        if path.hasSuffix(".md"), ["---", "transcript:"].contains(text.string(text.content(ofLine: line))) { continue }
        #expect(Detection.detect(edited).format?.name == expected, "\(path) line \(line + 1): \(garbage)")
      }
    }
  }

  @Test(
    "An edit behind the reach cannot change the answer",
    arguments: [
      "docs/examples/captions.txt", "docs/examples/front-matter.md",
    ])
  func reach(path: String) throws {
    let text = try Repository.text(path)
    let detection = Detection.detect(text)
    try #require(detection.reach < text.count)
    var edited = text
    edited.apply(Edit(min(text.count, detection.reach)..<text.count, "\n\nAda: one (0:01)\n\n0:02 two\n"))
    #expect(Detection.detect(edited).format?.name == detection.format?.name)
  }

  @Test(
    "However long a text is, only its beginning is looked at",
    arguments: [
      "word ", "\n", " ", "\t", "0", "0:01", "- ", "transcript:\n", "transcript:\n- x\n", "```\n", "0:01 <a> b\n",
      "(0:01",
      "key: value\n", "Ada: one\n", "    0:01 one\n",
    ])
  func boundedLook(unit: String) {
    for start in ["", "---\n", "```\n", "transcript:\n"] {
      let text = Text(start + String(repeating: unit, count: 2_000_000 / unit.utf8.count))
      let detection = Detection.detect(text, path: "a.md")
      #expect(detection.format == nil)
      // One line is always taken as a whole.
      #expect(detection.reach <= 1 << 19 || text.lineCount < 10, "\(detection.reach)")
    }
  }

  @Test(
    "Nothing is forced into a notation",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samplesWithoutTranscript() throws {
    let files = Repository.samples(in: "show-notes", "no-speakers-2", "datatalks-people", "datatalks-chapters")
    try #require(!files.isEmpty)
    for file in files {
      #expect(Detection.detect(try file.text()).reason != nil, "\(file.lastPathComponent)")
    }
  }

  @Test(
    "The notation of real files",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws {
    let folders: [(String, Set<String>)] = [
      ("audrownash", ["descript"]), ("bitcoin", ["bitcoin"]), ("changelog", ["changelog"]),
      ("datatalks", ["front-matter"]), ("ergo", ["ergo"]),
      ("first-five", ["page", "captions", "blog", "front-matter"]),
      // One of them is an export of another tool.
      ("ladybug", ["ladybug", "otter"]), ("lenny", ["rev"]),
      // Its labels are numbers in brackets.
      ("no-speakers-1", ["brackets"]), ("rustacean-station", ["rustacean"]),
      // Three of them have the time before the label, in one of them without a colon.
      ("se-unlocked", ["se-unlocked", "descript", "ladybug"]), ("talkpython-txt", ["captions"]),
      ("themanifest", ["manifest"]),
    ]
    // Notes of a meeting, which nobody spoke.
    let others: Set<String> = ["bitcoin-core-dev-tech__2025-02__picking-projects.md"]
    for (folder, names) in folders {
      let files = Repository.samples(in: folder)
      try #require(!files.isEmpty)
      for file in files {
        let text = try file.text()
        let detection = Detection.detect(text)
        let isKnown = detection.format.map { names.contains($0.name) } ?? others.contains(file.lastPathComponent)
        #expect(isKnown, "\(folder)/\(file.lastPathComponent): \(detection.explanation(of: text))")
      }
    }
  }
}
