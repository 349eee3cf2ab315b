import Files
import Foundation
import Support
import Testing

/// What must not be written over, parted or left behind.
@Suite struct NoHarmTests {
  private static let page = Talk.healthy.replacing("ladder", with: "old  ladder")
  private static let fixed = Talk.healthy.replacing("ladder", with: "old ladder")

  @Test("A file that has another name by a hard link is left as it is, and that is said") func hardLink() throws {
    let folder = try Folder(["talk.txt": Self.page, "other.txt": Self.page])
    try FileManager.default.linkItem(at: folder.url("talk.txt"), to: folder.url("copy.txt"))
    let result = try Tool.check("--fix", ".", in: folder.root)
    #expect(try folder.string("talk.txt") == Self.page)
    #expect(try folder.string("copy.txt") == Self.page)
    #expect(try folder.string("other.txt") == Self.fixed)
    #expect(result.complaints.contains("talk.txt: not fixed: it has 2 names (hard links), which would become"))
    #expect(result.output.hasSuffix("1 fixed, 2 left\n"))
    // Comments that silence are written in the same way.
    let silenced = try Tool.check("--add-ignore", "--fail-on", "hint", "talk.txt", in: folder.root)
    #expect(silenced.code == 2)
    #expect(silenced.complaints.contains("no comments were added: it has 2 names"))
    #expect(try folder.string("copy.txt") == Self.page)
  }

  @Test("A file outside of what was named is left as it is", arguments: ["in", "in/", "./in", "in/../in"])
  func outside(path: String) throws {
    let folder = try Folder(["out/talk.txt": Self.page, "out/more/talk.txt": Self.page, "in/talk.txt": Self.page])
    try folder.link("in/link.txt", to: "../out/talk.txt")
    try folder.link("in/more", to: "../out/more")
    _ = try Tool.check("--fix", path, in: folder.root)
    #expect(try folder.string("out/talk.txt") == Self.page)
    #expect(try folder.string("out/more/talk.txt") == Self.page)
    #expect(try folder.string("in/talk.txt") == Self.fixed)
    // Who names it means it, also by the name of the directory in which it really is.
    _ = try Tool.check("--fix", "in/link.txt", in: folder.root)
    #expect(try folder.string("out/talk.txt") == Self.fixed)
    _ = try Tool.check("--fix", "in", "out/more", in: folder.root)
    #expect(try folder.string("out/more/talk.txt") == Self.fixed)
  }

  @Test("A directory that is itself a link is what was named") func linkedDirectory() throws {
    let folder = try Folder(["real/talk.txt": Self.page])
    try folder.link("episodes", to: "real")
    _ = try Tool.check("--fix", "episodes", in: folder.root)
    #expect(try folder.string("real/talk.txt") == Self.fixed)
  }

  @Test(
    "No report takes the place of a file that is read",
    arguments: [
      ["check", "--output-file", "talk.txt", "talk.txt"], ["check", "--output-file", "talk.txt", "."],
      ["check", "--output-file", "link.txt", "."], ["check", "--output-file", "hard.txt", "talk.txt"],
      ["check", "--output-file", "tapescript.json", "."],
      ["check", "--output-file", "base.json", "--baseline", "base.json", "."],
      ["check", "--write-baseline", "--baseline", "talk.txt", "."], ["stats", "--svg", "talk.txt", "talk.txt"],
      ["stats", "--svg", "link.txt", "talk.txt"], ["check", "--fix", "--output-file", "talk.txt", "."],
    ])
  func inputs(arguments: [String]) throws {
    let baseline = #"{"files": {}, "version": 1}"#
    let folder = try Folder(["talk.txt": Self.page, "tapescript.json": "{}", "base.json": baseline])
    try folder.link("link.txt", to: "talk.txt")
    try FileManager.default.linkItem(at: folder.url("talk.txt"), to: folder.url("hard.txt"))
    let result = try Tool.run(arguments, in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints.contains("this is an input file; choose another output file"))
    #expect(try folder.string("talk.txt") == Self.page)
    #expect(try folder.string("hard.txt") == Self.page)
    #expect(try folder.string("tapescript.json") == "{}")
    #expect(try folder.string("base.json") == baseline)
  }

  @Test("An older report in the directory is replaced") func olderReport() throws {
    let folder = try Folder(["talk.txt": Self.page, "report.txt": "Nothing wrong.\n", "base.json": ""])
    #expect(try Tool.check("--output-file", "report.txt", ".", in: folder.root).code == 0)
    #expect(try folder.string("report.txt").contains("double-space"))
    #expect(try Tool.check("--output-file", "report.txt", ".", in: folder.root).code == 0)
    #expect(try Tool.check("--write-baseline", "--baseline", "base.json", ".", in: folder.root).code == 0)
    #expect(try folder.string("base.json").contains("double-space"))
  }

  @Test("A signal that ends the program leaves nothing behind", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signal(number: Int32) throws {
    let folder = try Folder()
    #expect(mkfifo(folder.url("pipe.txt").path(), 0o600) == 0)
    let words = [folder.root.path(), Tool.path, "check", "--output-file", "report.txt", "pipe.txt"]
    let process = try ChildProcess("/bin/sh", ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh"] + words)
    // This waits until the pipe is read, and then the report has been begun.
    let pipe = try FileHandle(forWritingTo: folder.url("pipe.txt"))
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder.root.path()).sorted() }
    #expect(try names().count == 2)
    kill(process.id, number)
    let code = process.wait()
    try pipe.close()
    #expect(code == 128 + number)
    #expect(try names() == ["pipe.txt"])
  }
}
