import Foundation
import Testing

/// What cannot be read is named, and the rest is checked.
@Suite struct FailureTests {
  private let wanted = "1 error in 1 transcript (1 page): 3 segments, 10 s spoken; 1 failure"

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

  @Test(.enabled(if: Tool.canBeOrdinary, "the superuser may read and write everything"))
  func unreadableFile() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty, "secret.txt": Talk.healthy])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.url("secret.txt").path())
    expect(try Tool.run(["check", "."], in: folder.root, isOrdinary: true), "secret.txt: Permission denied")
  }

  @Test func linkThatLeadsNowhere() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    try folder.link("lost.txt", to: "nowhere.txt")
    expect(try Tool.check(".", in: folder.root), "lost.txt: No such file or directory")
  }

  /// What is no text is often kept elsewhere and fetched when it is needed.
  @Test func linkToASoundThatWasNotFetched() throws {
    let folder = try Folder(["healthy.txt": Talk.healthy])
    try folder.link("tape.mp3", to: ".store/tape")
    #expect(try Tool.check(".", in: folder.root).code == 0)
    #expect(try Tool.check("tape.mp3", "healthy.txt", in: folder.root).code == 2)
  }

  @Test func loop() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty, "a/b/more.txt": Talk.healthy])
    try folder.link("a/b/up", to: "../..")
    let result = try Tool.check(".", in: folder.root)
    #expect(result.code == 1)
    #expect(result.complaints.isEmpty)
    #expect(result.output.contains("in 2 transcripts"))
  }

  @Test(arguments: [
    Data([0xFF, 0xFE]) + "Ida: One.".data(using: .utf16LittleEndian)!, "Ida: One. (0:10)".data(using: .utf16BigEndian)!,
  ])
  func textInUTF16(bytes: Data) throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    try folder.write(bytes, to: "wide.txt")
    expect(
      try Tool.check(".", in: folder.root),
      "wide.txt: is in UTF-16; only UTF-8 can be read (iconv -f UTF-16 -t UTF-8)")
  }

  @Test func nameThatIsNotUTF8() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    let path = folder.root.path() + "/"
    let isMade = (Array(path.utf8) + [0x61, 0xFF] + Array(".txt".utf8) + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
    }
    // Some file systems refuse such names.
    guard isMade >= 0 else { return }
    close(isMade)
    expect(try Tool.check(".", in: folder.root), "a\u{FFFD}.txt: the name is not UTF-8; rename the file")
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
      try why("prose.txt", "more.txt")
        == "tapescript: nothing was checked: no transcript found in 2 files; --verbose names them\n")
    #expect(try why("prose.txt") == "tapescript: nothing was checked: prose.txt: no transcript found\n")
    #expect(try why("empty").hasPrefix("tapescript: nothing was checked: no file was found; "))
    #expect(try why("mute.page.txt") == "tapescript: nothing was checked: nobody says anything\n")
    // A hook hands over whatever has changed.
    #expect(try Tool.check("--allow-empty", "prose.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--allow-empty", "missing.txt", in: folder.root).code == 2)
  }
}
