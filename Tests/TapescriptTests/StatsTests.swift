import Foundation
import Support
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct StatsTests {
  private struct Report: Decodable {
    struct Speaker: Decodable, Equatable {
      var name: String?
      var words: Int
      var share: Int
      var turns: Int
    }
    struct Passage: Decodable, Equatable {
      var text: String
      var line: Int
      var column: Int
      var time: Double?
    }
    struct Transcript: Decodable {
      var file: String
      var length: Double
      var words: Int
      var pace: Int?
      var speakers: [Speaker]
      var uncertain: [Passage]
      var longestStretch: [String: Double]?
    }
    struct All: Decodable {
      var transcripts: Int
      var length: Double
      var words: Int
      var speakers: [Speaker]
      var uncertain: Int
    }
    var transcripts: [Transcript]
    var all: All
  }

  private static let unsure = Talk.healthy.replacing("until he is", with: "until [inaudible] 🐝 (??) is")

  @Test func sheet() throws {
    #expect(
      try Tool.run(["stats", "-"], input: Self.unsure).output == """
        <stdin>: page

        length     10 s (0:10 – 0:20)
        words      25 in 3 turns
        sections   0
        longest    6 s without a time, from 0:14
        uncertain  2 passages

        share  words  turns  time  speaker
         72 %     18      2  0:04  Ida
         28 %      7      1  0:06  Tove

        time  line  uncertain
        0:20     7  [inaudible]
        0:20     7  (??)

        """)
  }

  @Test func table() throws {
    let folder = try Folder(["a.txt": Talk.healthy, "b.txt": Self.unsure, "c.txt": "Nobody.\n"])
    #expect(
      try Tool.run(["stats", "."], in: folder.root).output == """
        length  words  pace  sections  uncertain  longest  speakers             transcript
          0:10     23               0          0     0:06  Ida 70 %, Tove 30 %  a.txt
          0:10     25               0          2     0:06  Ida 72 %, Tove 28 %  b.txt
          0:20     48               0          2     0:06  2 speakers           all 2

        share  words  turns  in  speaker
         71 %     34      4   2  Ida
         29 %     14      2   2  Tove

        """)
  }

  @Test func json() throws {
    let folder = try Folder(["a.txt": Talk.healthy, "b.txt": Self.unsure])
    let report: Report = try Tool.run(["stats", ".", "--format", "json"], in: folder.root).json()
    #expect(report.transcripts.map(\.file) == ["a.txt", "b.txt"])
    #expect(report.transcripts[0].longestStretch == ["start": 14, "end": 20])
    #expect(report.transcripts[0].pace == nil)
    #expect(
      report.transcripts[1].uncertain == [
        Report.Passage(text: "[inaudible]", line: 7, column: 25, time: 20),
        Report.Passage(text: "(??)", line: 7, column: 39, time: 20),
      ])
    #expect(report.all.words == 48)
    #expect(report.all.uncertain == 2)
    #expect(report.all.speakers.first == Report.Speaker(name: "Ida", words: 34, share: 71, turns: 4))
  }

  /// The sums agree with the outline, which counts by itself.
  @Test(arguments: ["page.txt", "front-matter.md", "blog.txt", "captions.txt", "faulty-page.txt"])
  func agreesWithTheOutline(_ file: String) throws {
    let report: Report = try Tool.run(["stats", "docs/examples/\(file)", "--format", "json"]).json()
    let outline: OutlineTests.Contents = try Tool.run(["outline", "docs/examples/\(file)", "--format", "json"]).json()
    #expect(report.all.words == outline.words)
    #expect(
      report.all.speakers.map { "\($0.name ?? "") \($0.words) \($0.turns)" }.sorted()
        == outline.speakers.map { "\($0.name) \($0.words) \($0.turns)" }.sorted())
  }

  @Test func failures() throws {
    let folder = try Folder(["a.txt": Talk.healthy, "c.txt": "Nobody.\n"])
    #expect(try Tool.run(["stats", "c.txt"], in: folder.root).code == 2)
    let missing = try Tool.run(["stats", "a.txt", "missing.txt"], in: folder.root)
    #expect(missing.code == 2)
    #expect(missing.output.hasPrefix("a.txt: page\n"))
    #expect(missing.complaints == "tapescript: missing.txt: No such file or directory\n")
  }

  /// The picture is XML, says who speaks when, and lets nothing of the text out of its place.
  @Test func picture() throws {
    let folder = try Folder([
      "a.txt": """
      Transcript

      Ida: We begin at the door of the lamp shop. (0:10)

      O'Tove: The owner is up on the ladder. (0:14)

      The "lamp" & <more>

      Ida: Then we wait until he is [inaudible]. (0:20)

      O'Tove: He hears us. (0:26)

      Ida: Now he does. (0:3)

      O'Tove: Good  evening up there. (0:35)

      Ida: Good night. (0:41)

      """
    ])
    let result = try Tool.run(["stats", "a.txt", "--svg", "a.svg"], in: folder.root)
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    let document = try XMLDocument(data: Data(try folder.string("a.svg").utf8))
    let titles = try document.nodes(forXPath: "//*[local-name()='title']").compactMap(\.stringValue)
    #expect(titles[0] == "a.txt")
    #expect(titles.contains("O'Tove, 0:14 – 0:20"))
    #expect(titles.contains("Ida, 0:10 – 0:14"))
    #expect(titles.contains("1. The \"lamp\" & <more>"))
    #expect(titles.contains("0:20 [inaudible]"))
    #expect(titles.contains { $0.contains("“0:3” is not a time") })
    let texts = try document.nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue)
    #expect(texts.contains("0:30"))
    #expect(texts.contains("0:35"))
    // A row for each severity; what is uncertain has its own and is in no other.
    #expect(texts.contains("errors") && texts.contains("uncertain") && !texts.contains("information"))
    // Double blanks are no business of this picture.
    #expect(!titles.contains { $0.contains("[double-space]") })
  }

  @Test func pictureOfLongNamesAndShortSections() throws {
    var page = "Transcript\n\n"
    let family = "Bartholomea Christophersen-Oosterhuizen "
    for number in 0..<40 {
      page += "Chapter \(number)\n\n"
      page +=
        "\(family)\(number.isMultiple(of: 2) ? "the elder" : "the younger"): So it was. (\(number / 2):\(number % 2)5)\n\n"
    }
    let folder = try Folder(["a.page.txt": page])
    #expect(try Tool.run(["stats", "a.page.txt", "--svg", "a.svg"], in: folder.root).code == 0)
    let document = try XMLDocument(data: Data(try folder.string("a.svg").utf8))
    let texts = try document.nodes(forXPath: "//*[local-name()='text']").compactMap { $0 as? XMLElement }
    let names = texts.compactMap(\.stringValue).filter { $0.hasPrefix("Barth") }
    #expect(Set(names.map(\.count)) == [28] && names.contains { $0.hasSuffix("the elder") })
    #expect(Set(names).count == 2)
    // The numbers of sections stand in one line and leave each other room.
    let numbers = "//*[local-name()='text' and @font-size='12' and not(contains(., ':'))]/@x"
    let places = try document.nodes(forXPath: numbers).compactMap { $0.stringValue.flatMap(Double.init) }
    #expect(places.count > 10)
    for (place, next) in zip(places, places.dropFirst()) { #expect(next - place >= 16) }
  }

  /// Everything lies on the paper, from left to right in the order of time.
  @Test(arguments: ["page.txt", "front-matter.md", "blog.txt", "captions.txt", "faulty-page.txt"])
  func pictureStaysOnPaper(_ file: String) throws {
    let folder = try Folder()
    let path = folder.url("a.svg").path()
    #expect(try Tool.run(["stats", "docs/examples/\(file)", "--svg", path]).code == 0)
    let document = try XMLDocument(data: Data(try folder.string("a.svg").utf8))
    let root = try #require(document.rootElement())
    func number(_ element: XMLElement, _ name: String) -> Double? {
      element.attributes?.first { $0.name == name }?.stringValue.flatMap(Double.init)
    }
    let (width, height) = (try #require(number(root, "width")), try #require(number(root, "height")))
    var shapes = 0
    for case let element as XMLElement in root.children ?? [] {
      guard let x = number(element, "x"), let y = number(element, "y") else { continue }
      shapes += 1
      #expect(x >= 0 && x + (number(element, "width") ?? 0) <= width + 2)
      #expect(y >= 0 && y + (number(element, "height") ?? 0) <= height)
    }
    #expect(shapes > 5)
  }

  @Test func noPicture() throws {
    let folder = try Folder(["a.txt": Talk.healthy, "b.txt": Talk.healthy])
    let two = try Tool.run(["stats", ".", "--svg", "a.svg"], in: folder.root)
    #expect(two.code == 2)
    #expect(two.complaints == "tapescript: --svg draws one transcript, and there are 2\n")
    let untimed = "---\ntranscript:\n- line: A lamp.\n  who: Ida\n---\n"
    #expect(try Tool.run(["stats", "-", "--svg", "a.svg"], in: folder.root, input: untimed).code == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.url("a.svg").path()))
  }
}
