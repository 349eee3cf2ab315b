import Foundation
import Support
import Testing

/// 0 clean, 1 findings, 2 could not do the job.
@Suite struct ExitCodeTests {
  private let folder: Folder

  init() throws {
    folder = try Folder([
      "healthy.txt": Talk.healthy, "faulty.txt": Talk.faulty, "doubtful.txt": Talk.doubtful,
      "prose.txt": "Nobody speaks here.\n", "empty/.keep": "",
    ])
  }

  @Test(arguments: [
    ("healthy.txt", 0), ("doubtful.txt", 0), ("faulty.txt", 1), ("healthy.txt faulty.txt", 1),
    ("healthy.txt prose.txt", 0), ("healthy.txt empty", 0),
    ("--fail-on warning doubtful.txt", 1), ("--fail-on hint healthy.txt", 0), ("--fail-on error doubtful.txt", 0),
    ("--exit-zero faulty.txt", 0), ("--exit-zero --format json faulty.txt", 0),
    ("prose.txt", 0), ("--no-allow-empty prose.txt", 2), ("--allow-empty prose.txt", 0),
    ("--no-allow-empty healthy.txt prose.txt", 0), ("--no-allow-empty --exit-zero prose.txt", 2),
    ("--show-files prose.txt", 0), ("--show-files --no-allow-empty prose.txt", 2), ("--show-files empty", 2),
    ("empty", 2), ("--allow-empty empty", 0), ("--no-allow-empty empty", 2), ("missing.txt", 2),
    ("missing.txt faulty.txt", 2), ("--exit-zero missing.txt faulty.txt", 2), ("--format json prose.txt", 0),
    ("--fix prose.txt", 0), ("--diff prose.txt", 0), ("--fail-on hint prose.txt", 0),
    ("", 2), ("--no-such-option healthy.txt", 2), ("--fail-on never healthy.txt", 2),
  ])
  func check(_ line: String, _ code: Int) throws {
    let result = try Tool.run(["check"] + words(line), in: folder.root)
    #expect(result.code == code, "\(result.complaints)")
  }

  @Test(arguments: [
    ("outline healthy.txt", 0), ("outline faulty.txt", 0), ("outline prose.txt", 2), ("outline missing.txt", 2),
    ("outline empty", 2), ("--version", 0), ("--help", 0), ("help check", 0), ("chekc", 2),
  ])
  func others(_ line: String, _ code: Int) throws {
    #expect(try Tool.run(words(line), in: folder.root).code == code)
  }

  @Test(arguments: [
    ("chekc healthy.txt", "There is no command “chekc”; did you mean “check”?"),
    ("healthy.txt", "There is no command “healthy.txt”; did you mean “tapescript check”?"),
    ("quasiperiodic", "There is no command “quasiperiodic”; there are check, outline, "),
  ])
  func unknownCommand(_ line: String, _ complaint: String) throws {
    let result = try Tool.run(words(line), in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints.hasPrefix("tapescript: \(complaint)"), "\(result.complaints)")
  }

  @Test func version() throws {
    #expect(try Tool.run(["--version"]).output == "0.1.0\n")
  }

  @Test func helpNamesEveryOption() throws {
    let help = try Tool.run(["help", "check"]).output
    for option in ["--format", "--fail-on", "--exit-zero", "--verbose", "--stdin-filename", "--color"] {
      #expect(help.contains(option))
    }
  }

  /// A report that did not arrive is no report.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "the system has no /dev/full"))
  func fullDisk() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" outline healthy.txt >/dev/full 2>/dev/null", Tool.path]
    process.currentDirectoryURL = folder.root
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
