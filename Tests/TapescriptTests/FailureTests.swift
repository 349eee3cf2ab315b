import Foundation
import Testing

/// What cannot be read is named, and the rest is checked.
@Suite struct FailureTests {
  private let wanted = "1 error in 1 transcript (1 page): 3 segments, 10 s spoken; 1 not read"

  private func expect(_ result: Tool.Result, _ complaint: String) {
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: \(complaint)\n")
    #expect(result.output.hasPrefix("faulty.txt:5:39: error: "))
    #expect(result.output.split(separator: "\n").last.map(String.init) == wanted)
  }

  @Test func missingFile() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    expect(
      try Tool.check("missing.txt", "faulty.txt", in: folder.root), "missing.txt: No such file or directory")
  }

  @Test(.disabled(if: getuid() == 0, "the superuser may read everything"))
  func unreadableFile() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty, "secret.txt": Talk.healthy])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.url("secret.txt").path())
    expect(try Tool.check(".", in: folder.root), "secret.txt: Permission denied")
  }

  @Test func linkThatLeadsNowhere() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    try folder.link("lost.txt", to: "nowhere.txt")
    expect(try Tool.check(".", in: folder.root), "lost.txt: No such file or directory")
  }

  @Test func loop() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty, "a/b/.keep": ""])
    try folder.link("a/b/up", to: "../..")
    expect(
      try Tool.check(".", in: folder.root), "a/b/up: leads back to a directory that it is in; not followed")
  }

  /// Two links in each directory would make a million paths.
  @Test func linksWithoutALoop() throws {
    let folder = try Folder(["real/19/faulty.txt": Talk.faulty])
    for number in 0..<19 {
      try FileManager.default.createDirectory(
        at: folder.url("real/\(number)"), withIntermediateDirectories: true)
      try folder.link("real/\(number)/one", to: "../\(number + 1)")
      try folder.link("real/\(number)/two", to: "../\(number + 1)")
    }
    let result = try Tool.check(".", in: folder.root)
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("real/19/faulty.txt:5:39: error: "))
    #expect(result.output.contains("1 error in 1 transcript"))
  }

  /// A linked directory outside is walked.
  @Test func linkedDirectory() throws {
    let folder = try Folder(["here/.keep": "", "there/faulty.txt": Talk.faulty])
    try folder.link("here/link", to: "../there")
    #expect(try Tool.check("here", in: folder.root).output.hasPrefix("here/link/faulty.txt:5:39: error: "))
  }

  @Test func nothingToCheck() throws {
    let folder = try Folder(["prose.txt": "Nobody speaks.\n", "more.txt": "", "mute.page.txt": "", "empty/.keep": ""])
    func why(_ paths: String...) throws -> String {
      let result = try Tool.run(["check"] + paths, in: folder.root)
      #expect(result.output.isEmpty)
      return result.complaints
    }
    #expect(
      try why("prose.txt", "more.txt") == "tapescript: nothing was checked: no transcript found in 2 files\n")
    #expect(try why("empty") == "tapescript: nothing was checked: no file was found\n")
    #expect(try why("mute.page.txt") == "tapescript: nothing was checked: nobody says anything\n")
    // A hook hands over whatever has changed.
    #expect(try Tool.check("--allow-empty", "prose.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--allow-empty", "missing.txt", in: folder.root).code == 2)
  }
}
