import Foundation
import Support
import Testing

/// Which files are checked.
@Suite struct WalkTests {
  /// The names of all files that were looked at; none of them holds a transcript.
  private func looked(at paths: [String] = ["."], in folder: Folder, _ place: String = "") throws -> [String] {
    let result = try Tool.run(
      ["check", "--format", "json", "-v"] + paths, in: folder.root.appending(path: place))
    return result.complaints.split(separator: "\n").filter { $0.hasSuffix(": no transcript found") }
      .map { String($0.dropLast(": no transcript found".count)) }
  }

  private func repository(_ files: [String: String]) throws -> Folder {
    try Folder(files.merging([".git/info/exclude": ""]) { mine, _ in mine })
  }

  @Test func hiddenEntriesAreLeftOut() throws {
    let folder = try Folder(["a.txt": "", ".b.txt": "", ".c/d.txt": "", "e/f.txt": ""])
    #expect(try looked(in: folder) == ["a.txt", "e/f.txt"])
    #expect(try looked(at: [".c", ".b.txt"], in: folder) == [".b.txt", ".c/d.txt"])
  }

  @Test func namesAreInOrder() throws {
    let folder = try Folder(["b.txt": "", "a/c.txt": "", "a.txt": "", "B.txt": ""])
    #expect(try looked(at: ["b.txt", "a", "a.txt", "B.txt"], in: folder) == ["B.txt", "a.txt", "a/c.txt", "b.txt"])
    #expect(try looked(at: ["a", "a/c.txt", "a/"], in: folder) == ["a/c.txt"])
  }

  @Test func filesThatAreNoText() throws {
    let folder = try Folder()
    try folder.write(Data([0x47, 0x00, 0x01]), to: "picture.gif")
    try folder.write(Data([0x47, 0x00, 0x01]), to: "broken.txt")
    try folder.write(Data("Words.".utf8), to: "none")
    let lines = try Tool.check("-v", ".", in: folder.root).output.split(separator: "\n")
    #expect(
      lines == [
        "broken.txt: not a text file", "none: no transcript found", "picture.gif: not a text file",
      ])
  }

  /// A link to a file, a file in a linked directory, and both together are the file that is there.
  @Test func linksToOneFile() throws {
    let folder = try Folder(["b/real.txt": "", "z.txt": ""])
    try folder.link("a.txt", to: "b/real.txt")
    try folder.link("c", to: "b")
    #expect(try looked(in: folder) == ["b/real.txt", "z.txt"])
    #expect(try looked(at: ["a.txt"], in: folder) == ["a.txt"])
    #expect(try looked(at: ["a.txt", "b/real.txt"], in: folder) == ["b/real.txt"])
    #expect(try looked(at: ["c/real.txt", "a.txt"], in: folder) == ["a.txt"])
    #expect(try looked(at: ["./z.txt", "b/../z.txt", "z.txt"], in: folder).count == 1)
  }

  /// What links lead to outside of the directory that was named is not looked at, and each such link is named.
  @Test func linksThatLeadOut() throws {
    let folder = try Folder(["in/a.txt": "", "in/d/b.txt": "", "out/c.txt": "", "inner/e.txt": ""])
    let links = [
      "in/up": "..", "in/root": "/", "in/d/out": "../../out", "in/d/whole": folder.root.path() + "/out",
      "in/file": "../out/c.txt",
      // By name alone it would be inside.
      "in/inner": "../inner",
      // A link inside that leads on.
      "in/detour": "d/out",
    ]
    for (link, target) in links { try folder.link(link, to: target) }
    for path in ["in", "in/", "./in", "out/../in", folder.root.path() + "/in"] {
      let result = try Tool.run(["check", "--format", "json", "-v", path], in: folder.root)
      let lines = result.complaints.split(separator: "\n")
      #expect(lines.count { $0.hasSuffix(": no transcript found") } == 2, "\(lines)")
      for link in links.keys {
        let end = "\(link): a link that leads out of the repository, or out of the directory where there is none"
        #expect(lines.contains { $0.hasSuffix(end) }, "\(link) of \(path): \(lines)")
      }
    }
    // What is named itself is not out of the way.
    #expect(try looked(at: ["in", "out"], in: folder) == ["in/a.txt", "in/d/b.txt", "out/c.txt"])
    let both = try Tool.run(["check", "--format", "json", "-v", "in", "out/c.txt", "out"], in: folder.root).complaints
    #expect(!both.contains("in/file: a link") && !both.contains("in/d/out: a link") && both.contains("in/up: a link"))
    #expect(try looked(at: ["in/file", "in/d/out"], in: folder) == ["in/d/out/c.txt"])
  }

  /// A link to a sibling, to what is above but inside, to itself, to nothing.
  @Test func linksThatStayInside() throws {
    let folder = try Folder(["in/a/x.txt": "", "in/b/y.txt": ""])
    for (link, target) in [
      "in/a/sibling": "../b", "in/b/loop": "..", "in/b/again": "../../in/a", "in/b/self": "self", "in/lost": "nowhere",
      "in/b/whole": folder.root.path() + "/in/a/x.txt", "named": "in",
    ] {
      try folder.link(link, to: target)
    }
    #expect(try looked(at: ["in"], in: folder) == ["in/a/x.txt", "in/b/y.txt"])
    let listed = try Tool.run(["check", "--format", "json", "-v", "in"], in: folder.root).complaints
    #expect(!listed.contains("leads out"))
    #expect(listed.contains("in/lost: No such file") && listed.contains("in/b/self: "))
    // A directory that is itself a link is what was named.
    #expect(try looked(at: ["named"], in: folder) == ["named/a/x.txt", "named/b/y.txt"])
    #expect(try looked(at: ["."], in: folder, "named") == ["a/x.txt", "b/y.txt"])
    // From inside, what is beside it is outside.
    #expect(try looked(at: ["."], in: folder, "in/a") == ["x.txt"])
    #expect(try looked(at: ["."], in: folder, "in/a/sibling") == ["y.txt"])
  }

  /// Two names of one file that are equal before the system are two files: each has a folder that says what holds for it.
  @Test func hardLinks() throws {
    let folder = try Folder(["a.txt": ""])
    try FileManager.default.linkItem(at: folder.url("a.txt"), to: folder.url("b.txt"))
    try folder.link("c.txt", to: "b.txt")
    #expect(try looked(in: folder) == ["a.txt", "b.txt"])
  }

  /// What is named fails the check, also where it is found as well.
  @Test func namedAndFound() throws {
    let folder = try Folder(["b.txt": "\0\0\0\0"])
    try folder.link("a.txt", to: "b.txt")
    #expect(try Tool.check(".", in: folder.root).code == 0)
    #expect(try Tool.check(".", "a.txt", in: folder.root).code == 2)
  }

  /// Each pattern with the files that are left of `a.txt`, `b.md`, `d/a.txt`, `d/e/a.txt`, `d/e/f.txt`.
  @Test(arguments: [
    ("", "a.txt b.md d/a.txt d/e/a.txt d/e/f.txt"),
    ("# a.txt", "a.txt b.md d/a.txt d/e/a.txt d/e/f.txt"),
    ("a.txt", "b.md d/e/f.txt"),
    ("a.txt  ", "b.md d/e/f.txt"),
    ("a.txt\r", "b.md d/e/f.txt"),
    ("/a.txt", "b.md d/a.txt d/e/a.txt d/e/f.txt"),
    ("d/a.txt", "a.txt b.md d/e/a.txt d/e/f.txt"),
    ("e/a.txt", "a.txt b.md d/a.txt d/e/a.txt d/e/f.txt"),
    ("**/e/a.txt", "a.txt b.md d/a.txt d/e/f.txt"),
    ("d/**/a.txt", "a.txt b.md d/e/f.txt"),
    ("d/**", "a.txt b.md"),
    ("d/*", "a.txt b.md"),
    ("d/*.txt", "a.txt b.md d/e/a.txt d/e/f.txt"),
    ("e/", "a.txt b.md d/a.txt"),
    ("a.txt/", "a.txt b.md d/a.txt d/e/a.txt d/e/f.txt"),
    ("*.txt\n!f.txt", "b.md d/e/f.txt"),
    ("d\n!d/a.txt", "a.txt b.md"),
    ("d/*\n!d/a.txt", "a.txt b.md d/a.txt"),
    ("?.m[a-e]", "a.txt d/a.txt d/e/a.txt d/e/f.txt"),
    ("[!a].txt", "a.txt b.md d/a.txt d/e/a.txt"),
    ("[[:alpha:]].txt", "b.md"),
    ("\\a.txt", "b.md d/e/f.txt"),
    ("\\#\n*", ""),
  ])
  func patterns(_ pattern: String, _ left: String) throws {
    let files = ["a.txt": "", "b.md": "", "d/a.txt": "", "d/e/a.txt": "", "d/e/f.txt": ""]
    let folder = try repository(files.merging([".gitignore": pattern]) { mine, _ in mine })
    #expect(try looked(in: folder).joined(separator: " ") == left)
  }

  @Test func ignoreFilesAddUp() throws {
    let folder = try repository([
      ".git/info/exclude": "x.txt\nz.txt\n", ".gitignore": "a.txt\n!z.txt\n", "d/.gitignore": "!a.txt\n/b.txt\n",
      "a.txt": "", "b.txt": "", "x.txt": "", "z.txt": "", "d/a.txt": "", "d/b.txt": "", "d/x.txt": "", "d/e/b.txt": "",
    ])
    #expect(try looked(in: folder) == ["b.txt", "d/a.txt", "d/e/b.txt", "z.txt"])
    // From inside, the rules above hold too.
    #expect(try looked(in: folder, "d") == ["a.txt", "e/b.txt"])
    #expect(try looked(at: ["d/e"], in: folder) == ["d/e/b.txt"])
    // What is named is checked.
    #expect(try looked(at: ["a.txt", "d/x.txt"], in: folder) == ["a.txt", "d/x.txt"])
  }

  @Test func aRepositoryInsideBeginsAnew() throws {
    let folder = try repository([
      ".gitignore": "a.txt\n", "d/.git/info/exclude": "b.txt\n", "d/a.txt": "", "d/b.txt": "",
    ])
    #expect(try looked(in: folder) == ["d/a.txt"])
  }

  /// git itself is asked about many patterns.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is not here to be asked"))
  func asGitDoes() throws {
    let names = ["a", "ab", "b.md", "c d", "e[1]"]
    let pieces = [
      "*", "?", "a", "ab", "/", "/", "**/", "/**", "[ab]", "[!a]*", "*.md", "e\\[1\\]", "\\ ", "b.md", "***",
    ]
    var random = Dice(state: 11)
    for _ in 0..<40 {
      var files: [String: String] = [:]
      for _ in 0..<15 {
        let path = (0...random.roll(3)).map { _ in names[random.roll(names.count)] }.joined(separator: "/")
        let isTaken = files.keys.contains { $0 == path || $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
        if !isTaken { files[path] = "" }
      }
      let patterns = (0...random.roll(4)).map { _ in
        (random.roll(4) == 0 ? "!" : "") + (0...random.roll(3)).map { _ in pieces[random.roll(pieces.count)] }.joined()
      }
      // A slash that closes nothing, or two in a row, means to git what no manual says.
      files[".gitignore"] = patterns.filter { !$0.contains("//") }.joined(separator: "\n") + "\n"
      let folder = try Folder(files)
      _ = try git(["init", "--quiet"], in: folder)
      let wanted = try git(["ls-files", "--others", "--exclude-standard", "-z"], in: folder)
        .split(separator: "\0").map(String.init).filter { !$0.hasPrefix(".") }
      #expect(try looked(in: folder) == wanted.sorted(), "\(files)")
    }
  }

  private func git(_ arguments: [String], in folder: Folder) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = folder.root
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.root.path(), "GIT_CONFIG_NOSYSTEM": "1"]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }
}
