import Foundation
import Support
import Testing

/// A check that is repeated when something changes.
@Suite struct WatchTests {
  @Test func watch() throws {
    let folder = try Folder(["talk.txt": Talk.faulty])
    let (process, output, complaints) = try watch(folder)

    // Each report ends with what is watched, on the other output.
    func wait(for files: String) -> Bool {
      line(of: complaints) == "tapescript: watching \(files); Ctrl-C ends it"
    }
    #expect(line(of: output)?.hasPrefix("talk.txt:5:39: error: ") == true)
    #expect(line(of: output)?.hasPrefix("1 error in 1 transcript") == true)
    #expect(wait(for: "1 file"))
    try folder.write(Data(Talk.healthy.utf8), to: "talk.txt")
    #expect(line(of: output)?.hasPrefix("Nothing wrong in 1 transcript") == true)
    #expect(wait(for: "1 file"))
    // A new file.
    try folder.write(Data(Talk.healthy.utf8), to: "more/talk.txt")
    #expect(line(of: output)?.hasPrefix("Nothing wrong in 2 transcripts") == true)
    #expect(wait(for: "2 files"))
    // What is wanted of them.
    try folder.write(Data(#"{"exclude": ["more/**"]}"#.utf8), to: "tapescript.json")
    #expect(line(of: output)?.hasPrefix("Nothing wrong in 1 transcript") == true)
    #expect(wait(for: "1 file"))

    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
  }

  /// People, siblings and chapters are not checked, and count all the same.
  @Test func whatOtherFilesSay() throws {
    let folder = try Folder([
      "talk.txt": Talk.healthy, "_people/ida.md": "---\nname: Ida\n---\n", "_people/tove.md": "---\nname: Tove\n---\n",
      "tapescript.json": """
      {"people": {"files": "_people/*.md", "key": "name"}, "speakers": [{"name": "Ida", "host": true}],
       "siblings": "other/{stem}.md", "exclude": ["_people/", "other/"]}
      """,
    ])
    let (process, output, complaints) = try watch(folder)
    func lines(_ count: Int) -> [String?] {
      _ = line(of: complaints)
      return (0..<count).map { _ in line(of: output) }
    }
    #expect(lines(1)[0]?.hasPrefix("Nothing wrong in 1 transcript") == true)
    try FileManager.default.removeItem(at: folder.url("_people/tove.md"))
    #expect(lines(2)[0]?.hasSuffix("[speaker-unknown]") == true)
    try folder.write(Data(Talk.healthy.replacing("he is down", with: "he is ready").utf8), to: "other/talk.md")
    #expect(lines(3)[1]?.hasSuffix("other/talk.md has other words here. [sibling-out-of-sync]") == true)
    process.interrupt()
    process.waitUntilExit()
  }

  @Test func standardInput() throws {
    #expect(try Tool.check("--watch", "-", input: Talk.healthy).code == 2)
  }

  /// Whoever mistypes a path would wait for ever.
  @Test func nothingToWatch() throws {
    let folder = try Folder(["talk.txt": Talk.healthy, "empty/.keep": ""])
    for (paths, complaint) in [
      (["no-such-file.txt"], "tapescript: no-such-file.txt: No such file or directory\n"),
      (["talk.txt", "missing/"], "tapescript: missing/: No such file or directory\n"),
      (["empty"], "tapescript: there is no file to watch\n"),
    ] {
      let result = try Tool.run(["check", "--watch"] + paths, in: folder.root)
      #expect(result.code == 2 && result.complaints == complaint && result.output.isEmpty, "\(paths)")
    }
  }

  /// A check that is repeated; it ends after a minute at the latest.
  private func watch(_ folder: Folder) throws -> (Process, output: Pipe, complaints: Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: Tool.path)
    process.arguments = ["check", "--watch", "--format", "concise", "."]
    process.currentDirectoryURL = folder.root
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    return (process, output, complaints)
  }

  /// The next line; nil where the output has ended.
  private func line(of pipe: Pipe) -> String? {
    var bytes = Data()
    while let byte = try? pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      if byte[byte.startIndex] == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes += byte
    }
    return nil
  }
}
