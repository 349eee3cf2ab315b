import Foundation
import Support
import Testing

@Suite struct CompletionsTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func namesCommandsAndOptions(_ shell: String) throws {
    let script = try Tool.run(["completions", shell]).output
    for word in ["check", "outline", "stats", "rule", "fail-on", "sarif", "time-order"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  /// The shell itself can read it.
  @Test(arguments: ["bash", "zsh", "fish"])
  func isReadable(_ shell: String) throws {
    let path = "/usr/bin/\(shell)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("\(shell) is not here; its script was not read.")
      return
    }
    let folder = try Folder(["script": try Tool.run(["completions", shell]).output])
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-n", folder.url("script").path()]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func otherShells() throws {
    #expect(try Tool.run(["completions", "tcsh"]).code == 2)
  }
}
