import Foundation
import Support
import Testing

@testable import tapescript

/// Only what has to do with lines that changed since a revision.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is not here"))
struct SinceTests {
  private let folder: Folder

  private static func talk(_ times: [String]) -> String {
    "Transcript\n\n"
      + times.enumerated().map { "\($0.isMultiple(of: 2) ? "Ida" : "Tove"): We talk about lamps. (\($1))\n\n" }.joined()
  }

  /// A repository with one commit.
  init() throws {
    folder = try Folder([
      "old.txt": Self.talk(["0:1", "0:20", "0:30", "0:40"]), "gone.txt": "Nobody.\n", "empty/.keep": "",
    ])
    try git("init", "-q")
    try commit()
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = ["-c", "user.name=Ida", "-c", "user.email=ida@lamp.example"] + arguments
    process.currentDirectoryURL = folder.root
    process.environment = ["HOME": folder.root.path(), "GIT_CONFIG_NOSYSTEM": "1"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", "A talk")
  }

  private func write(_ times: [String], to name: String) throws {
    try folder.write(Data(Self.talk(times).utf8), to: name)
  }

  /// The findings as `file:line`.
  private func found(_ arguments: String..., since revision: String = "HEAD") throws -> [String] {
    let result = try Tool.run(
      ["check", "--format", "concise", "--quiet", "--since", revision] + (arguments.isEmpty ? ["."] : arguments),
      in: folder.root, environment: ["HOME": folder.root.path()])
    #expect(result.complaints.isEmpty)
    return result.output.split(separator: "\n").map {
      $0.split(separator: ":").prefix(2).joined(separator: ":")
    }
  }

  @Test func unchanged() throws {
    #expect(try found() == [])
  }

  @Test func changedLine() throws {
    try write(["0:1", "0:20", "0:3", "0:40"], to: "old.txt")
    #expect(try found() == ["old.txt:7"])
    try commit()
    #expect(try found() == [])
    #expect(try found(since: "HEAD~1") == ["old.txt:7"])
  }

  @Test("A file that git does not know is new as a whole") func newFile() throws {
    try write(["0:10", "0:2", "0:30", "0:40"], to: "new talk.txt")
    try write(["0:10", "0:2", "0:30", "0:40"], to: "sub/lämp\"\t.txt")
    #expect(try found() == ["new talk.txt:5", "sub/lämp\"␉.txt:5"])
    try git("add", "-A")
    #expect(try found() == ["new talk.txt:5", "sub/lämp\"␉.txt:5"])
  }

  @Test("Where a line was taken out, its neighbours count") func takenOut() throws {
    try folder.write(Data((Talk.healthy + "\nThe last lamp\n\nIda: It is lit. (0:30)\n").utf8), to: "lamp.txt")
    try commit()
    try folder.write(Data((Talk.healthy + "\nThe last lamp\n").utf8), to: "lamp.txt")
    #expect(try found() == ["lamp.txt:9"])
  }

  @Test("From inside a directory, by any path") func paths() throws {
    try write(["0:10", "0:2", "0:30", "0:40"], to: "sub/new.txt")
    try folder.link("sub/link.txt", to: "../old.txt")
    try write(["0:1", "0:20", "0:3", "0:40"], to: "old.txt")
    #expect(
      try found("sub", folder.url("old.txt").path()).map { $0.split(separator: "/").last! } == [
        "old.txt:7", "new.txt:5",
      ])
    #expect(try found("sub") == ["sub/link.txt:7", "sub/new.txt:5"])
  }

  @Test("A file that was renamed is held against what it was", arguments: [true, false], [true, false])
  func renamed(isKnownToGit: Bool, isChanged: Bool) throws {
    try FileManager.default.createDirectory(at: folder.url("sub"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: folder.url("old.txt"), to: folder.url("sub/new \"name.txt"))
    if isChanged { try write(["0:1", "0:20", "0:3", "0:40"], to: "sub/new \"name.txt") }
    if isKnownToGit { try git("add", "-A") }
    let before = try Data(contentsOf: folder.url(".git/index"))
    #expect(try found() == (isChanged ? ["sub/new \"name.txt:7"] : []))
    // Whatever git was asked, the repository is as it was.
    #expect(try Data(contentsOf: folder.url(".git/index")) == before)
    // A file beside it that is not like any other is new as a whole.
    try folder.write(
      Data("Bo: What is it made of? (0:01)\n\nInes: Of oak and iron. (0:0)\n\nBo: So. (0:30)\n".utf8), to: "sub/oak.txt"
    )
    #expect(try found("sub/oak.txt") == ["sub/oak.txt:3"])
    try commit()
    #expect(
      try found(since: "HEAD~1").filter { !$0.hasPrefix("sub/oak") }
        == (isChanged ? ["sub/new \"name.txt:7"] : []))
  }

  @Test func mistakes() throws {
    func complaint(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
      let result = try Tool.run(["check"] + arguments, in: folder.root, environment: environment)
      #expect(result.code == 2)
      return result.complaints
    }
    let home = ["HOME": folder.root.path()]
    #expect(
      try complaint("--since", "nowhere", "old.txt", environment: home).hasSuffix(
        ": there is no revision “nowhere” in this repository\n"))
    #expect(try complaint("--since=--all", "old.txt", environment: home).contains("there is no revision “--all”"))
    #expect(
      try complaint("--since", "HEAD", "old.txt", environment: ["PATH": folder.url("empty").path()])
        == "tapescript: git: cannot be run, and --since needs it: No such file or directory\n")
    let outside = try Folder(["talk.txt": Talk.healthy])
    #expect(
      try complaint("--since", "HEAD", outside.url("talk.txt").path(), environment: home).hasSuffix(
        "talk.txt: is not in a git repository, so its earlier revisions are not known\n"))
    for other in ["--fix", "--diff", "-"] {
      #expect(try complaint("--since", "HEAD", other, "old.txt").contains("--since reports on files as they are"))
    }
  }

  @Test("Lines of a file that look like lines of a patch") func patch() {
    let patch = """
      diff --git a/x b/x
      index 1..2 100644
      --- a/x
      +++ b/x
      @@ -1 +1,2 @@ context
      -+++ b/y
      +@@ -1 +9 @@
      +diff --git
      \\ No newline at end of file
      @@ -9,2 +10,0 @@
      -a
      -b
      diff --git a/z b/z
      deleted file mode 100644
      --- a/z
      +++ /dev/null
      @@ -1 +0,0 @@
      -a
      diff --git a/from b/to
      similarity index 100%
      rename from from
      rename to "to\\t"
      diff --git "a/\\303\\244\\t" "b/\\303\\244\\t"
      +++ "b/\\303\\244\\t"
      @@ -3,0 +4 @@
      +a

      """
    #expect(PatchReader.lines(in: Array(patch.utf8)) == ["x": [1...2, 10...11], "to\t": [], "ä\t": [4...4]])
  }
}
