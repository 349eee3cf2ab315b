import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// The five documents this product starts from, and the history of a real archive.
@Suite(.enabled(if: Repository.hasSamples, "needs ../shared/samples"))
struct SampleTests {
  @Test("Errors exactly where an editor must be shown them")
  func firstFive() throws {
    var errors: [String] = []
    var warnings: [String] = []
    for file in Repository.samples(in: "first-five") {
      let text = try file.text()
      let format = try #require(Detection.detect(text).format)
      for finding in Judge.findings(in: Document(text, format: format).reading) {
        let place = "\(file.lastPathComponent) \(text.line(at: finding.range.lowerBound) + 1) \(finding.rule)"
        if finding.severity == .error { errors.append("\(place) \(finding.fixes.first?.title ?? "")") }
        if finding.severity == .warning { warnings.append(place) }
      }
    }
    #expect(
      errors == [
        "front-matter-2.md 891 time-order Change the time to 40:14", "page.txt 171 time-order Change the time to 26:14",
        "page.txt 363 time-order Change the time to 1:00:31",
      ])
    #expect(warnings == ["captions.txt 121 mojibake", "front-matter-2.md 19 header-empty"])
  }

  @Test("Headers, segments and turns are counted as a person counts them")
  func counts() throws {
    let expected = [
      "blog.txt 0 199 53", "captions.txt 0 1559 1559", "front-matter-1.md 14 111 89", "front-matter-2.md 28 201 174",
      "page.txt 15 163 134",
    ]
    let files = Repository.samples(in: "first-five")
    let counted = try files.map { file in
      let text = try file.text()
      let reading = Document(text, format: try #require(Detection.detect(text).format)).reading
      let sections = reading.sections()
      let turns = sections.map { reading.turns(of: $0.segments).count }.reduce(0, +)
      return "\(file.lastPathComponent) \(sections.count { $0.header != nil }) \(reading.segments().count) \(turns)"
    }
    #expect(counted == expected)
  }

  @Test("What was committed and did not parse is blamed at its cause, and its fix is not")
  func history() throws {
    // The lines that the next version of each file changed.
    let causes = [
      "047ef030": 19, "0a86b2c6": 25, "240ca073": 19, "4ef9e161": 19, "6663799c": 316, "8c1bab0b": 59, "936301bd": 67,
      "a9497be3": 19, "b6d75518": 1198, "e8849256": 153, "f9a36de9": 81,
    ]
    let files = Repository.samples(in: "datatalks-history")
    try #require(!files.isEmpty)
    for file in files {
      let text = try file.text()
      // One of them has no transcript yet, so the notation is laid down.
      let format = try #require(Notations.builtIn.format(named: "front-matter"))
      let found = Judge.findings(in: Document(text, format: format).reading)
        .filter { $0.rule == "yaml-syntax" || $0.rule == "yaml-frontmatter" }
      let lines = found.map { text.line(at: $0.range.lowerBound) + 1 }
      if file.pathExtension == "fixed" {
        #expect(lines.isEmpty, "\(file.lastPathComponent)")
      } else {
        #expect(lines.first == causes[String(file.lastPathComponent.prefix(8))], "\(file.lastPathComponent)")
      }
    }
  }
}
