import Foundation
import Support
import Testing

/// What cannot be read is named where the user named it, counted where it was found, and the rest is checked.
@Suite struct FailureTests {
  private let wanted = "1 error in 1 transcript (1 page): 3 segments, 10 s spoken; 1 failure"

  private func expect(_ result: Tool.Result, _ complaint: String) {
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: \(complaint)\n")
    #expect(result.output.hasPrefix("faulty.txt:5:39: error: "))
    #expect(result.output.split(separator: "\n").last.map(String.init) == wanted)
  }

  /// Named, the file fails the check; found beside `faulty.txt`, it does not.
  private func expectUnread(_ name: String, _ reason: String, in folder: Folder, isOrdinary: Bool = false) throws {
    func run(_ arguments: String...) throws -> Tool.Result {
      try Tool.run(arguments, in: folder.root, isOrdinary: isOrdinary)
    }
    expect(try run("check", name, "faulty.txt"), "\(name): \(reason)")
    let found = try run("check", ".")
    #expect(found.code == 1)
    #expect(found.complaints.isEmpty)
    #expect(found.output.contains("3 segments, 10 s spoken; 1 file not read\n"), "\(found.output)")
    #expect(try run("check", ".", "-v").output.contains("\n\(name): \(reason)\n"))
    #expect(try run("check", ".", "-v", "--format", "json").complaints == "\(name): \(reason)\n")
    #expect(try run("stats", ".").code == 0)
    #expect(try run("stats", name, "faulty.txt").code == 2)
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
    try expectUnread("secret.txt", "Permission denied", in: folder, isOrdinary: true)
  }

  @Test func linkThatLeadsNowhere() throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    try folder.link("lost.txt", to: "nowhere.txt")
    try expectUnread("lost.txt", "No such file or directory", in: folder)
  }

  /// What is no text is often kept elsewhere and fetched when it is needed.
  @Test func linkToASoundThatWasNotFetched() throws {
    let folder = try Folder(["healthy.txt": Talk.healthy])
    try folder.link("tape.mp3", to: ".store/tape")
    let found = try Tool.check(".", in: folder.root)
    #expect(found.code == 0)
    #expect(found.complaints.isEmpty)
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
    try expectUnread(
      "wide.txt", "is in UTF-16; only UTF-8 can be read (tapescript convert --from-encoding utf-16)", in: folder)
  }

  /// A file of holes, sounds, pictures and programs are no UTF-16, whatever their names promise.
  @Test(
    "What is no text", arguments: ["b.txt", "b.md", "b", "b.bin"],
    [
      Data(count: 4_000), Data(count: 1), Data([0xFF, 0xFE]) + Data(count: 400),
      Data([0xFF, 0xFB, 0x90, 0x64]) + Data((0..<900).map { UInt8(truncatingIfNeeded: $0 &* 7) }),
      Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1]) + Data((0..<900).map { $0 % 3 == 0 ? 0x41 : 0 }),
      Data([0xFF, 0xFE]) + Data((0..<900).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ])
  func binary(name: String, bytes: Data) throws {
    let folder = try Folder(["faulty.txt": Talk.faulty])
    try folder.write(bytes, to: name)
    try expectUnread(name, "not a text file", in: folder)
  }

  /// A byte that no text has is damage where nearly all the others are text, and Latin-1 is text.
  @Test(arguments: [
    Data(Talk.healthy.utf8) + Data(count: 3), Data([0x1B, 0x5B, 0x6D]) + Data(Talk.healthy.utf8),
    Data(Talk.healthy.replacing("ladder", with: "l\u{7F}dder").utf8.map { $0 == 0x7F ? 0xE4 : $0 }),
  ])
  func damagedText(bytes: Data) throws {
    let folder = try Folder()
    try folder.write(bytes, to: "a.txt")
    #expect(try Tool.check("a.txt", "--exit-zero", in: folder.root).output.contains("in 1 transcript (1 page)"))
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
    let result = try Tool.check(".", "-v", in: folder.root)
    #expect(result.code == 1)
    #expect(result.output.contains("a\u{FFFD}.txt: the name is not UTF-8; rename the file\n"))
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

  /// What a link leads to outside of the directory that was named is not checked, which is no failure.
  @Test(arguments: ["../there", "../there/faulty.txt", "..", "/"])
  func linkThatLeadsOut(target: String) throws {
    let folder = try Folder(["here/healthy.txt": Talk.healthy, "there/faulty.txt": Talk.faulty])
    try folder.link("here/link", to: target)
    let result = try Tool.check("here", in: folder.root)
    #expect(result.code == 0 && result.complaints.isEmpty)
    #expect(result.output.hasPrefix("Nothing wrong in 1 transcript"), "\(result.output)")
    #expect(result.output.contains("; 1 file not read"))
    let list = try Tool.check("-v", "here", in: folder.root).output
    #expect(
      list.contains(
        "here/link: a link that leads out of the repository, or out of the directory where there is none\n"), "\(list)")
  }

  @Test func nothingToCheck() throws {
    let folder = try Folder(["prose.txt": "Nobody speaks.\n", "more.txt": "", "mute.page.txt": "", "empty/.keep": ""])
    func why(_ paths: String..., code: Int = 0) throws -> String {
      let result = try Tool.run(["check"] + paths, in: folder.root)
      #expect(result.output.isEmpty)
      #expect(result.code == code)
      return result.complaints
    }
    #expect(
      try why("prose.txt", "more.txt")
        == "tapescript: nothing was checked: no transcript found in 2 files; --verbose names them\n")
    #expect(try why("prose.txt") == "tapescript: nothing was checked: prose.txt: no transcript found\n")
    #expect(try why("prose.txt", "--quiet").isEmpty)
    #expect(try why("empty", code: 2).hasPrefix("tapescript: nothing was checked: no file was found; "))
    #expect(try why("mute.page.txt") == "tapescript: nothing was checked: there are no segments\n")
    // Who is sure that there is one wants to know.
    #expect(
      try why("prose.txt", "--no-allow-empty", code: 2)
        == "tapescript: nothing was checked: prose.txt: no transcript found\n")
    // A hook hands over whatever has changed.
    #expect(try why("--allow-empty", "prose.txt").isEmpty)
    #expect(try why("--allow-empty", "empty").isEmpty)
    #expect(try Tool.check("--allow-empty", "missing.txt", in: folder.root).code == 2)
  }

  /// Nothing is said of a file without a transcript, and nothing is done to it, whatever is wrong with it.
  @Test(arguments: [
    ("log.txt", "19:02 <odile> the ferry  is late \r\n19:03 <bram> it was late\n19:04 <odile> again"),
    ("notes.md", "---\ntitle: \"Fog\nguests: [a\ntranscript: fog.vtt\n---\n\nNotes.  No end of line"),
    ("empty.md", "---\ntitle: Fog\ntranscript:\n---\n"), ("data.yml", "transcript:\n- line: 'x\n  who: Bram\n"),
    ("prose.txt", "Nobody  speaks here. \n\n\n\u{FEFF}Nobody\u{00A0}. \t"),
  ])
  func leftInPeace(name: String, text: String) throws {
    let folder = try Folder([name: text])
    for options in [[], ["--fix", "--unsafe-fixes"], ["--diff"], ["--select", "trailing-space,final-newline"]] {
      let result = try Tool.run(["check", "--fail-on", "hint", name] + options, in: folder.root)
      #expect(result.code == 0)
      #expect(!result.output.contains(name))
    }
    #expect(try Tool.check("--format", "json", name, in: folder.root).output == "[]\n")
    #expect(try folder.string(name) == text)
    #expect(try Tool.check("-", "--fix", in: folder.root, input: text).output == text || name.hasSuffix(".yml"))
  }

  /// The configuration can insist.
  @Test func laidDown() throws {
    let configuration = #"{"overrides": [{"files": ["*.yml", "notes.md"], "notation": "front-matter"}]}"#
    let folder = try Folder([
      "tapescript.json": configuration, "data.yml": "transcript:\n- line: 'x\n  who: Bram\n",
      "notes.md": "---\ntitle: \"Fog\n---\n",
    ])
    #expect(try Tool.check("data.yml", in: folder.root).code == 1)
    #expect(try Tool.check("notes.md", in: folder.root).code == 1)
    #expect(try Tool.check("--isolated", "data.yml", "notes.md", in: folder.root).code == 0)
  }
}
