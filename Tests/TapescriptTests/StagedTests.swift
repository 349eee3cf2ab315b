import Foundation
import Support
import Testing

/// What the next commit will hold, whatever the files hold meanwhile.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git") && Shell.isAvailable, "git is not here"))
struct StagedTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(["r/a.txt": Talk.healthy, "r/sub/b.txt": Talk.faulty, "r/notes.md": "Nobody.\n"])
    try git(
      "init -q; git config user.name Ida; git config user.email ida@lamp.example; git add -A; git commit -q -m 'A talk'"
    )
  }

  private func git(_ line: String) throws {
    let result = try Shell.run("cd r; git \(line)", in: folder, ["HOME": folder.root.path()])
    try #require(result.code == 0, "\(result)")
  }

  private func write(_ text: String, to path: String) throws { try folder.write(Data(text.utf8), to: "r/" + path) }

  private func check(_ arguments: String, in place: String = "r") throws -> Tool.Result {
    try Shell.run(
      "cd \(place); tapescript check --format concise \(arguments)", in: folder, ["HOME": folder.root.path()])
  }

  @Test func nothingIsStaged() throws {
    let result = try check("--staged .")
    #expect(result.code == 0 && result.output.isEmpty && result.complaints.isEmpty, "\(result)")
    // The files are another matter.
    #expect(try check(".").code == 1)
  }

  @Test func theIndexIsJudgedAndNotTheFile() throws {
    try write(Talk.faulty, to: "a.txt")
    try git("add a.txt")
    try write(Talk.healthy, to: "a.txt")
    #expect(try check("--staged .").output.hasPrefix("a.txt:5:39: error"))
    #expect(try check("--staged a.txt").code == 1)
    #expect(try check("a.txt").code == 0)
    // And the other way round: what is fixed is staged, and the slip that came afterwards is not.
    try git("add a.txt")
    try write(Talk.faulty, to: "a.txt")
    #expect(try check("--staged .").code == 0)
    #expect(try check("a.txt").code == 1)
  }

  @Test func onlyWhatDiffersFromTheLastCommit() throws {
    try write(Talk.faulty + "\n", to: "new \"one.txt")
    try git("add .; git rm -q --cached notes.md; ln -s a.txt link.txt; git add link.txt")
    let result = try check("--staged .")
    #expect(
      result.output.split(separator: "\n").first
        == "new \"one.txt:5:39: error: “0:1” is not a time; a time is written m:ss or h:mm:ss. [time-malformed]")
    #expect(result.output.contains("in 1 transcript"))
    #expect(try check("--staged sub").output.isEmpty)
  }

  /// Staged, and gone from the working tree, or with a directory in its place.
  @Test func theFileNeedNotBeThere() throws {
    try write(Talk.faulty, to: "deep/er/c.txt")
    try git("add .; rm -r deep; mkdir -p deep/er/c.txt")
    #expect(try check("--staged .").output.hasPrefix("deep/er/c.txt:5:"))
    #expect(try check("--staged deep/er/c.txt").output.hasPrefix("deep/er/c.txt:5:"))
    #expect(try check("--staged er", in: "r/deep").output.hasPrefix("er/c.txt:5:"))
    #expect(try check("--staged ..", in: "r/sub").output.hasPrefix("../deep/er/c.txt:5:"))
  }

  @Test func whatIsLeftOut() throws {
    try write(Talk.faulty, to: ".github/c.txt")
    try write(Talk.faulty, to: "drafts/c.txt")
    try write(Talk.faulty, to: "build/c.txt")
    try write("build/\n", to: ".gitignore")
    try write(#"{"exclude": "drafts/"}"#, to: "tapescript.json")
    try git("add -f .")
    // That git ignores a file means nothing once it is staged.
    #expect(try check("--staged .").output.split(separator: "\n").count { $0.contains("error:") } == 1)
    #expect(try check("--staged .").output.hasPrefix("build/c.txt"))
    #expect(try check("--staged drafts/c.txt").code == 1)
  }

  @Test func beforeTheFirstCommit() throws {
    try git("update-ref -d HEAD")
    #expect(try check("--staged .").output.hasPrefix("sub/b.txt:5:"))
  }

  /// As a hook of git itself, also where only a part of what has changed is committed.
  @Test func asAHook() throws {
    // Written by a process of its own: while this one starts others, a program that it has open for writing is busy.
    let script = #"printf '#!/bin/sh\nexec "$TAPESCRIPT" check -q --staged .\n'"#
    let hook = ".git/hooks/pre-commit"
    #expect(try Shell.run("cd r; mkdir -p .git/hooks; \(script) > \(hook); chmod +x \(hook)", in: folder).code == 0)
    func commit(_ arguments: String) throws -> Int {
      try Shell.run("cd r; git commit -q -m more \(arguments)", in: folder, ["HOME": folder.root.path()]).code
    }
    try write(Talk.faulty, to: "a.txt")
    try write(Talk.healthy, to: "c.txt")
    try git("add c.txt")
    #expect(try commit("") == 0)
    #expect(try commit("-a") == 1)
    try write(Talk.healthy + "\n", to: "c.txt")
    #expect(try commit("a.txt") == 1)
    #expect(try commit("c.txt") == 0)
  }

  @Test func togetherWithOtherOptions() throws {
    let more = "\nTove: He is down. (0:31)\n\nIda: Now we go in. (0::40)\n\nTove: Mind the step. (0:50)\n"
    try write(Talk.faulty + more, to: "sub/b.txt")
    try git("add .")
    try write(Talk.healthy, to: "sub/b.txt")
    #expect(try check("-q --staged .").output.split(separator: "\n").count { $0.contains("time-malformed") } == 2)
    #expect(
      try check("-q --staged --since HEAD .").output.split(separator: "\n").count { $0.contains("time-malformed") } == 1
    )
    for other in ["--fix", "--diff", "--add-ignore", "--watch", "-"] {
      #expect(try check("--staged . \(other)").code == 2, "\(other)")
    }
    #expect(
      try check("--staged nowhere.txt").complaints
        == "tapescript: nowhere.txt: there is no such file, and none is staged\n")
    let outside = try Shell.run("tapescript check --staged .", in: try Folder(["a.txt": Talk.healthy]))
    #expect(outside.code == 2 && outside.complaints.contains("is not in a git repository, so nothing in it is staged"))
  }
}
