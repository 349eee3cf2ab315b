import Support
import Testing

/// --select, --ignore and --max-warnings.
@Suite struct SelectionTests {
  /// An error of time-malformed, a warning of header-empty.
  private static let talk = Talk.faulty + "\nThe last lamp\n"

  private func rules(_ arguments: String...) throws -> [String] {
    let result = try Tool.run(["check", "-", "--format", "json"] + arguments, input: Self.talk)
    return try result.json([ReportedFinding].self).map(\.rule)
  }

  @Test func rules() throws {
    #expect(try rules() == ["time-malformed", "header-empty"])
    #expect(try rules("--select", "header-empty") == ["header-empty"])
    #expect(try rules("--select", "time") == ["time-malformed"])
    #expect(try rules("--select", "time-*, header-empty") == ["time-malformed", "header-empty"])
    #expect(try rules("--select", "time", "--select", "header") == ["time-malformed", "header-empty"])
    #expect(try rules("--select", "*", "--ignore", "time, speaker-once") == ["header-empty"])
    #expect(try rules("--ignore", "header-*,time-malformed") == [])
  }

  @Test(arguments: [
    ("tim-order", "There is no rule “tim-order”; did you mean “time-order”?"),
    ("time-odrer", "There is no rule “time-odrer”; did you mean “time-order”?"),
    ("haeder", "There is no rule “haeder”; did you mean “header”?"),
    ("yaml-,time", "There is no rule “yaml-”; did you mean “yaml”?"),
    ("quasiperiodic", "There is no rule “quasiperiodic”"),
  ])
  func unknown(_ name: String, _ message: String) throws {
    for option in ["--select", "--ignore"] {
      let result = try Tool.check("-", option, name, input: Talk.healthy)
      #expect(result.code == 2)
      #expect(result.complaints.hasPrefix("Error: \(message)\n"))
    }
  }

  @Test func maxWarnings() throws {
    let folder = try Folder(["talk.txt": Talk.doubtful])
    #expect(try Tool.check("--max-warnings", "1", "talk.txt", in: folder.root).code == 0)
    let result = try Tool.check("--max-warnings", "0", "talk.txt", in: folder.root)
    #expect(result.code == 1)
    #expect(result.complaints == "tapescript: 1 warning, and no more than 0 are allowed\n")
    #expect(try Tool.check("--max-warnings", "0", "--exit-zero", "talk.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--max-warnings", "-1", "talk.txt", in: folder.root).code == 2)
  }
}
