import Foundation
import Support
import Testing

/// A repository whose configuration, attributes, and hooks name programs: none of them runs.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git") && Shell.isAvailable, "git is not here"))
struct HostileRepositoryTests {
  private let folder: Folder

  /// A repository with one commit and a changed file, a file that was moved, and one that was only touched.
  init() throws {
    folder = try Folder(["r/old.txt": Talk.healthy, "r/moved.txt": Talk.doubtful, "r/same.txt": Talk.healthy])
    let made = try Shell.run(
      """
      cd r; git init -q; git config user.name Ida; git config user.email ida@lamp.example
      printf '*.txt filter=evil diff=evil\\n' > .gitattributes
      git add -A; git commit -q -m 'A talk'
      """, in: folder, ["HOME": folder.root.path()])
    try #require(made.code == 0)
    try folder.write(Data(Talk.faulty.utf8), to: "r/old.txt")
    try FileManager.default.moveItem(at: folder.url("r/moved.txt"), to: folder.url("r/elsewhere.txt"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.url("r/same.txt").path())
  }

  /// What a program leaves behind that was started.
  private func program(_ name: String) -> String { "sh -c 'touch \(folder.url("ran-\(name)").path())'" }

  private var ran: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.root.path()).filter { $0.hasPrefix("ran-") }) ?? []
  }

  private func since(_ environment: [String: String] = [:], prefix: String = "") throws -> Tool.Result {
    try Shell.run(
      prefix + "cd r; tapescript check -q --format concise --since HEAD .", in: folder,
      ["HOME": folder.root.path()].merging(environment) { $1 })
  }

  private func expectHarmless(_ environment: [String: String] = [:], prefix: String = "") throws {
    let result = try since(environment, prefix: prefix)
    #expect(result.output.contains("old.txt:5:39: error"), "\(result)")
    #expect(!result.output.contains("elsewhere") && result.complaints.isEmpty, "\(result)")
    #expect(ran == [])
  }

  @Test(arguments: [
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy", "pager.diff",
    "pager.config", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean",
    "filter.evil.process", "filter.evil.smudge", "filter.a.b.clean", "credential.helper", "gpg.program",
    "interactive.diffFilter", "alias.diff-index", "alias.config",
  ])
  func settings(key: String) throws {
    try set([key: program(key)])
    // The program would run: without precautions git does start those that have to do with comparing.
    try expectHarmless()
  }

  private func set(_ settings: [String: String]) throws {
    for (key, value) in settings {
      let result = try Shell.run(
        "cd r; git config \"$KEY\" \"$VALUE\"", in: folder,
        ["KEY": key, "VALUE": value, "HOME": folder.root.path()])
      try #require(result.code == 0)
    }
  }

  /// The test would not notice anything if the programs did not run in the first place.
  @Test func aPlainDiffRunsThem() throws {
    try set(["core.fsmonitor": program("monitor"), "filter.evil.clean": program("clean")])
    _ = try Shell.run("cd r; git diff HEAD", in: folder, ["HOME": folder.root.path()])
    #expect(Set(ran) == ["ran-monitor", "ran-clean"])
  }

  @Test func allAtOnceAndRequired() throws {
    try set([
      "core.fsmonitor": program("monitor"), "filter.evil.clean": program("clean"), "filter.evil.required": "true",
      "filter.evil.process": program("process"), "diff.external": program("external"), "diff.noprefix": "true",
      "diff.renames": "false", "diff.context": "9", "diff.interHunkContext": "100", "diff.orderFile": "/nowhere",
      "color.ui": "always", "diff.relative": "true", "core.quotePath": "true", "diff.mnemonicPrefix": "true",
    ])
    try expectHarmless()
  }

  @Test func includedFiles() throws {
    try folder.write(Data("[filter \"evil\"]\n\tclean = \(program("included"))\n".utf8), to: "r/more.config")
    try set(["include.path": "../more.config"])
    try expectHarmless()
  }

  /// A name that cannot be overruled on the command line of git.
  @Test func aFilterWithASignOfEqualityInItsName() throws {
    try folder.write(Data("*.txt filter=a=b\n".utf8), to: "r/.git/info/attributes")
    try set(["filter.a=b.clean": program("equal")])
    let result = try since()
    #expect(result.code == 2 && result.complaints.contains("that cannot be turned off"))
    #expect(ran == [])
  }

  @Test(arguments: ["post-index-change", "fsmonitor-watchman", "pre-auto-gc", "reference-transaction"])
  func hooks(name: String) throws {
    let hook = folder.url("r/.git/hooks/\(name)")
    try folder.write(Data("#!/bin/sh\n\(program(name))\n".utf8), to: "r/.git/hooks/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path())
    try expectHarmless()
    try folder.write(try Data(contentsOf: hook), to: "r/evil/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("r/evil/\(name)").path())
    try set(["core.hooksPath": folder.url("r/evil").path()])
    try expectHarmless()
  }

  /// An object that is not there would be fetched by a program that the repository names.
  @Test func missingObjects() throws {
    try set([
      "extensions.partialClone": "origin", "core.repositoryFormatVersion": "1", "remote.origin.promisor": "true",
      "remote.origin.url": "ext::\(program("fetch"))", "protocol.ext.allow": "always", "protocol.allow": "always",
      "remote.origin.uploadpack": program("uploadpack"),
    ])
    let objects = try Shell.run(
      "cd r; rm -f .git/objects/$(git rev-parse HEAD:old.txt | sed 's,^..,&/,')", in: folder,
      ["HOME": folder.root.path()])
    try #require(objects.code == 0)
    let result = try since()
    #expect(result.code == 2 && !result.complaints.isEmpty)
    #expect(ran == [])
  }

  /// What lies in the folder is not taken for git, and neither is what the variables of git name.
  @Test func thePathAndTheVariables() throws {
    try folder.write(Data("#!/bin/sh\n\(program("git"))\n".utf8), to: "r/git")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("r/git").path())
    for path in [".:/usr/bin:/bin", ":/usr/bin:/bin", "/usr/bin::/bin", "./:../r:/usr/bin:/bin"] {
      try expectHarmless(["PATH": path])
    }
    #expect(try since(["PATH": "."]).complaints.contains("git: cannot be run, and --since needs it"))
    try expectHarmless([
      "GIT_EXTERNAL_DIFF": program("external"), "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/",
      "GIT_PAGER": program("pager"),
      "GIT_CONFIG_PARAMETERS": "'filter.evil.clean=\(folder.url("r/git").path())'", "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": program("monitor"),
      "GIT_TRACE": folder.url("ran-trace").path(), "GIT_SSH_COMMAND": program("ssh"),
      "GIT_OBJECT_DIRECTORY": "/nowhere",
      "GIT_CEILING_DIRECTORIES": folder.root.path(),
    ])
  }

  /// A folder that only looks like a repository does not lead to another one above it.
  @Test func aRepositoryThatIsNone() throws {
    try folder.write(Data("ref: refs/heads/main\n".utf8), to: "r/sub/.git/note")
    try folder.write(Data(Talk.faulty.utf8), to: "r/sub/a.txt")
    try set(["core.fsmonitor": program("monitor")])
    let result = try Shell.run(
      "tapescript check -q --since HEAD r/sub/a.txt", in: folder, ["HOME": folder.root.path()])
    #expect(result.code == 2 && result.complaints.contains("not a git repository"), "\(result)")
    #expect(ran == [])
  }

  /// Git refuses what belongs to somebody else, and that is told.
  @Test(.enabled(if: geteuid() == 0, "only the superuser can give a folder away"))
  func aRepositoryOfSomebodyElse() throws {
    let given = try Shell.run("chown -R 12345 r", in: folder)
    try #require(given.code == 0)
    let result = try since()
    #expect(result.code == 2 && result.complaints.contains("dubious ownership"), "\(result)")
    try expectHarmless([
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    ])
  }
}
