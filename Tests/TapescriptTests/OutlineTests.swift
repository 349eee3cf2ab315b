import Support
import Testing

@Suite struct OutlineTests {
  struct Contents: Decodable {
    struct Section: Decodable, Equatable {
      var title: String?
      var level: Int
      var line: Int
      var start: Double?
      var end: Double?
      var segments: Int
      var words: Int
      var speakers: [String]
    }
    struct Speaker: Decodable, Equatable {
      var name: String
      var segments: Int
      var turns: Int
      var words: Int
    }
    var notation: String
    var title: String?
    var sections: [Section]
    var speakers: [Speaker]
    var segments: Int
    var turns: Int
    var words: Int
    var first: Double?
    var last: Double?
  }

  private func contents(_ path: String) throws -> Contents {
    try Tool.run(["outline", path, "--format", "json"]).json()
  }

  @Test func page() throws {
    let contents = try contents("docs/examples/page.txt")
    #expect(contents.notation == "page")
    #expect(contents.title == nil)
    #expect(contents.sections.map(\.line) == [13, 19, 35, 53, 69])
    #expect(
      contents.sections[1]
        == Contents.Section(
          title: "Oskar’s first hive", level: 1, line: 19, start: 85, end: 159, segments: 7, words: 202,
          speakers: ["Marta", "Oskar"]))
    #expect(contents.sections[0].title == nil)
    #expect(contents.segments == 31)
    #expect(contents.turns == 28)
    #expect(contents.words == 863)
    #expect(contents.first == 48)
    #expect(contents.last == 376)
  }

  @Test func frontMatter() throws {
    let contents = try contents("docs/examples/front-matter.md")
    #expect(contents.notation == "front-matter")
    #expect(contents.title == "The Long Evening, Part Two: Starters, Flour & Patience")
    #expect(contents.sections.count == 5)
    #expect(contents.sections.last?.title == "Farewell and the last loaf")
    #expect(
      contents.speakers == [
        Contents.Speaker(name: "Nadia", segments: 14, turns: 14, words: 250),
        Contents.Speaker(name: "Tomé", segments: 16, turns: 14, words: 591),
      ])
  }

  /// Without headers there is one section without a title.
  @Test(arguments: ["captions", "blog"])
  func withoutHeaders(_ notation: String) throws {
    let contents = try contents("docs/examples/\(notation).txt")
    #expect(contents.notation == notation)
    #expect(contents.sections.map(\.title) == [nil])
    #expect(contents.sections[0].segments == contents.segments)
    #expect(contents.sections[0].words == contents.words)
    #expect(contents.speakers.map(\.name) == (notation == "blog" ? ["Priya", "Leon"] : []))
  }

  /// The sums are those of the parts.
  @Test(arguments: ["page.txt", "front-matter.md", "blog.txt", "faulty-page.txt", "faulty-front-matter.md"])
  func sums(_ file: String) throws {
    let contents = try contents("docs/examples/\(file)")
    #expect(contents.sections.reduce(0) { $0 + $1.segments } == contents.segments)
    #expect(contents.sections.reduce(0) { $0 + $1.words } == contents.words)
    #expect(contents.speakers.reduce(0) { $0 + $1.turns } <= contents.turns)
    #expect(contents.turns > 0)
  }

  /// What is not known is null, and is there.
  @Test func unknown() throws {
    let text = "---\nepisode: 3\ntranscript:\n- line: A lamp went out.\n  who: Ida\n---\n"
    #expect(
      try Tool.run(["outline", "-", "--format", "json"], input: text).output
        == #"{"notation":"front-matter","title":null,"sections":[{"title":null,"level":1,"line":4,"start":null,"#
        + #""end":null,"segments":1,"words":4,"speakers":["Ida"]}],"speakers":[{"name":"Ida","segments":1,"turns":1,"#
        + #""words":4}],"segments":1,"turns":1,"words":4,"first":null,"last":null}"# + "\n")
  }

  @Test func directory() throws {
    let result = try Tool.run(["outline", "docs/examples"])
    #expect(result.code == 2)
    #expect(result.complaints.contains("docs/examples is a directory, and outline takes a file"))
  }

  @Test func longTitlesGoOnBelowThemselves() throws {
    let title = "Why the lamp has to be lit " + String(repeating: "again and ", count: 9) + "again"
    let items = "- header: \(title)\n- line: One.\n  sec: 10\n  time: '0:10'\n  who: Ida\n"
    let folder = try Folder(["a.md": "---\ntitle: Lamps\ntranscript:\n\(items)---\n"])
    let lines = try Tool.run(["outline", "a.md"], in: folder.root).output.split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.contains("Why the lamp") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines[place + 1].drop { $0 == " " }.hasPrefix("again"))
    #expect(lines[place + 1].prefix { $0 == " " }.count == lines[place].prefix { $0 != "W" }.count)
  }

  @Test func table() throws {
    #expect(
      try Tool.run(["outline", "docs/examples/page.txt"]).output == """
        time  length  words  speakers      section
        0:48    0:37     95  Marta, Oskar  (above the first header)
        1:25    1:14    202  Marta, Oskar  Oskar’s first hive
        2:39    1:23    203  Marta, Oskar  What the landing board shows
        4:02    1:27    226  Marta, Oskar  Weighing without a scale
        5:29    0:47    137  Marta, Oskar  Questions from the shed

        turns  words  share  speaker
           14    263   30 %  Marta
           14    600   70 %  Oskar

        page: 4 sections, 31 segments, 28 turns, 863 words; 0:48 – 6:16

        """)
  }
}
