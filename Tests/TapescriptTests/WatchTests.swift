import Foundation
import Testing

/// A check that is repeated when something changes.
@Suite struct WatchTests {
  @Test func watch() throws {
    let folder = try Folder(["talk.txt": Talk.faulty])
    let process = Process()
    process.executableURL = URL(filePath: Tool.path)
    process.arguments = ["check", "--watch", "--format", "concise", "."]
    process.currentDirectoryURL = folder.root
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let deadline = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: deadline)

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
    deadline.cancel()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
  }

  @Test func standardInput() throws {
    #expect(try Tool.check("--watch", "-", input: Talk.healthy).code == 2)
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
