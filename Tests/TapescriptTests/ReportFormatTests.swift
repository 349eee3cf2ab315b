import Foundation
import Support
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What other programs read. That programs of others do read it is proved by `.ci/check-formats`.
@Suite struct ReportFormatTests {
  private static let machine = ["json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"]

  private let folder: Folder

  init() throws {
    folder = try Folder(["a, b: 100%.txt": Talk.faulty, "healthy.txt": Talk.healthy])
  }

  private func report(_ format: String, _ path: String = "a, b: 100%.txt") throws -> String {
    try Tool.check(path, "--format", format, in: folder.root).output
  }

  @Test func concise() throws {
    #expect(
      try report("concise") == """
        a, b: 100%.txt:5:39: error: “0:1” is not a time; a time is written m:ss or h:mm:ss. [time-malformed]
        1 error in 1 transcript (1 page): 3 segments, 10 s spoken

        """)
  }

  @Test func grouped() throws {
    #expect(
      try Tool.check("docs/examples/faulty-page.txt", "--format", "grouped").output == """
        docs/examples/faulty-page.txt
          25:1   warning  header-empty       This section is empty: the page will not show it.
          33:35  error    time-order         14:34 is later than 13:36 below it. Probably 13:34.
          45:1   error    speaker-malformed  The colon behind the label is missing.
          47:1   warning  speaker-similar    “Henirke” is nearly “Henrike”, who speaks 8 times.

        2 errors, 2 warnings in 1 transcript (1 page): 17 segments, 2 min spoken

        """)
  }

  @Test func textIsFull() throws {
    #expect(try report("text") == report("full"))
    #expect(try report("text") == Tool.check("a, b: 100%.txt", in: folder.root).output)
  }

  @Test func jsonLines() throws {
    let lines = try Tool.check("docs/examples", "--format", "jsonl").output.split(separator: "\n")
    let array: [ReportedFinding] = try Tool.check("docs/examples", "--format", "json").json()
    let each = try lines.map { try JSONDecoder().decode(ReportedFinding.self, from: Data($0.utf8)) }
    #expect(each == array)
    #expect(each.count > 10)
  }

  @Test func github() throws {
    #expect(
      try report("github")
        == "::error file=a%2C b%3A 100%25.txt,line=5,endLine=5,col=39,endColumn=42,title=tapescript time-malformed::"
        + "a, b: 100%25.txt:5:39: “0:1” is not a time; a time is written m:ss or h:mm:ss.\n")
  }

  /// Columns are refused where a stretch has several lines.
  @Test func githubWithoutColumns() throws {
    let text = Talk.healthy + "\n<<<<<<< HEAD\nIda: One. (0:30)\n=======\nIda: Two. (0:31)\n>>>>>>> other\n"
    let commands = try Tool.check("-", "--format", "github", input: text).output.split(separator: "\n")
    #expect(!commands.isEmpty)
    for command in commands {
      let values = command.split(separator: ",")
      let isOneLine = values.contains { $0.hasPrefix("line=") && values.contains("endLine=\($0.dropFirst(5))") }
      #expect(command.contains(",col=") == isOneLine, "\(command)")
    }
  }

  /// The place of a finding in SARIF, as far as it is looked at here.
  private struct SARIF: Decodable {
    struct Run: Decodable {
      var results: [Result]
      var columnKind: String
    }
    struct Result: Decodable {
      var ruleId: String
      var level: String
      var partialFingerprints: [String: String]
      var locations: [Location]
    }
    struct Location: Decodable {
      var physicalLocation: Physical
    }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: [String: Int]
    }
    struct Artifact: Decodable {
      var uri: String
      var uriBaseId: String?
    }
    var version: String
    var runs: [Run]
  }

  @Test func sarif() throws {
    let log: SARIF = try Tool.check("a, b: 100%.txt", "--format", "sarif", in: folder.root).json()
    #expect(log.version == "2.1.0")
    #expect(log.runs[0].columnKind == "unicodeCodePoints")
    let result = try #require(log.runs[0].results.first)
    #expect(result.level == "error")
    let place = result.locations[0].physicalLocation
    #expect(place.artifactLocation.uri == "a%2C%20b%3A%20100%25.txt")
    #expect(place.artifactLocation.uriBaseId == "%SRCROOT%")
    #expect(place.region == ["startLine": 5, "startColumn": 39, "endLine": 5, "endColumn": 42])
  }

  /// What is written above a finding does not change its fingerprint; the second of two equal ones has its own.
  @Test func fingerprints() throws {
    func prints(_ text: String) throws -> [String] {
      let log: SARIF = try Tool.check("-", "--format", "sarif", input: text).json()
      return log.runs[0].results.filter { $0.ruleId == "time-malformed" }.compactMap {
        $0.partialFingerprints.values.first
      }
    }
    let twice = Talk.faulty + "\nIda: He stays. (0:1)\n"
    let found = try prints(twice)
    #expect(found.count == 2)
    #expect(Set(found).count == 2)
    #expect(try prints(twice.replacing("Transcript\n", with: "Transcript\n\nIda: Hush. (0:02)\n")) == found)
  }

  @Test func reviewdogCountsBytes() throws {
    struct Result: Decodable {
      var diagnostics: [Diagnostic]
    }
    struct Diagnostic: Decodable {
      var location: Location
    }
    struct Location: Decodable {
      var range: [String: [String: Int]]
    }
    let text = Talk.healthy.replacing("The owner is up on the ladder. (0:14)", with: "🐝é (0:1)")
    let result: Result = try Tool.check("-", "--format", "rdjson", input: text).json()
    #expect(
      result.diagnostics[0].location.range == [
        "start": ["line": 5, "column": 15], "end": ["line": 5, "column": 18],
      ])
  }

  @Test func junit() throws {
    let output = try Tool.check(".", "--format", "junit", in: folder.root).output
    #expect(output.contains(#"<testsuite name="a, b: 100%.txt" tests="1" failures="1" errors="0" skipped="0">"#))
    #expect(output.contains(#"<testcase name="transcript" classname="healthy.txt"></testcase>"#))
    // What does not fail the check does not fail a test.
    let doubtful = try Tool.check("-", "--format", "junit", input: Talk.doubtful).output
    #expect(doubtful.contains("<skipped "))
    #expect(!doubtful.contains("<failure "))
    let strict = try Tool.check("-", "--format", "junit", "--fail-on", "warning", input: Talk.doubtful).output
    #expect(strict.contains("<failure "))
  }

  /// As the exit code says: each file fails by its own configuration, unless the command line speaks.
  @Test func junitFailsAsTheConfigurationSays() throws {
    let folder = try Folder([
      "a.txt": Talk.doubtful, "strict/a.txt": Talk.doubtful, "strict/tapescript.json": #"{"failOn": "warning"}"#,
    ])
    let output = try Tool.check(".", "--format", "junit", in: folder.root).output
    #expect(output.contains(#"<testsuite name="a.txt" tests="1" failures="0" errors="0" skipped="1">"#))
    #expect(output.contains(#"<testsuite name="strict/a.txt" tests="1" failures="1" errors="0" skipped="0">"#))
    let told = try Tool.check(".", "--format", "junit", "--fail-on", "error", in: folder.root)
    #expect(told.code == 0)
    #expect(!told.output.contains("<failure "))
  }

  /// Names and labels with all that XML does not allow.
  @Test(arguments: ["junit", "checkstyle"])
  func xml(_ format: String) throws {
    let folder = try Folder()
    let bytes =
      Data(Talk.faulty.utf8) + Data("\nTove\u{1}\u{7F}<&\">'\u{FFFE}".utf8) + [0xFF] + Data(": No. (0:2)\n".utf8)
    try folder.write(bytes, to: "a<b>&\"c\u{1}'.txt")
    let output = try Tool.check(".", "--format", format, in: folder.root).output
    let document = try XMLDocument(data: Data(output.utf8))
    let names = try document.nodes(forXPath: "//@name").compactMap(\.stringValue)
    #expect(names.contains("a<b>&\"c␁'.txt"))
    let messages = try document.nodes(forXPath: "//@message").compactMap(\.stringValue)
    #expect(messages.contains { $0.contains("“0:1” is not a time") })
  }

  @Test(arguments: machine)
  func validWithoutFindings(_ format: String) throws {
    let output = try report(format, "healthy.txt")
    switch format {
    case "jsonl", "github": #expect(output.isEmpty)
    case "junit", "checkstyle": _ = try XMLDocument(data: Data(output.utf8))
    default: _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
    }
  }

  @Test(arguments: machine + ["concise", "grouped"])
  func theSameEveryTime(_ format: String) throws {
    let runs = try (0..<3).map { _ in try Tool.check("docs", "--format", format).output }
    #expect(Set(runs).count == 1)
    #expect(runs[0].count > 500)
  }
}
