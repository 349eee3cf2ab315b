import Foundation
import Support
import Testing

/// The tool as a user runs it: the built program, its output and its exit code.
struct CommandTests {
  private func run(_ arguments: String...) throws -> (code: Int32, output: String) {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders = [bundle, bundle.deletingLastPathComponent(), Repository.root.appending(path: ".build/debug")]
    let tool = try #require(
      folders.map { $0.appending(path: "tapescript") }.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
    )
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(
    "The exit code says whether something is wrong",
    arguments: [
      (["check", "docs/examples/page.txt"], 0), (["check", "docs/examples/broken-quote.md"], 1),
      (["check", "--exit-zero", "docs/examples/broken-quote.md"], 0), (["check", "docs/examples/show-notes.md"], 2),
      (["check", "docs/examples/no-such-file.txt"], 2),
      (["check", "--fail-on", "warning", "docs/examples/faulty-blog.txt"], 1),
      (["outline", "docs/examples/page.txt"], 0), (["outline", "docs/examples/show-notes.md"], 2),
    ])
  func exitCodes(arguments: [String], code: Int) throws {
    let result =
      try arguments.count == 2
      ? run(arguments[0], arguments[1])
      : arguments.count == 3
        ? run(arguments[0], arguments[1], arguments[2])
        : run(arguments[0], arguments[1], arguments[2], arguments[3])
    #expect(Int(result.code) == code)
  }

  @Test("A finding is shown with its line, the stretch under it, and the repair")
  func frame() throws {
    let output = try run("check", "--color", "never", "docs/examples/broken-quote.md").output
    #expect(output.contains("docs/examples/broken-quote.md:35:9: error: This quote is never closed. [yaml-syntax]"))
    #expect(output.contains("= fix: Close the quote"))
  }

  @Test("JSON has a finding for each row of the examples' page")
  func json() throws {
    let output = try run("check", "--format", "json", "docs/examples").output
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    let places = Set(
      findings.compactMap { finding -> String? in
        guard let file = finding["file"] as? String, let line = finding["line"] as? Int,
          let rule = finding["rule"] as? String
        else { return nil }
        return "\((file as NSString).lastPathComponent) \(line) \(rule)"
      })
    #expect(places.contains("faulty-page.txt 33 time-order"))
    #expect(places.contains("broken-quote.md 35 yaml-syntax"))
    #expect(!places.contains { $0.hasPrefix("page.txt") || $0.hasPrefix("front-matter.md") })
  }
}
