import Foundation
import Support
import Testing

@Suite struct ConvertEncodingTests {
  private static let german =
    "Ida: Früh am Morgen hört man die Möwen, und das ist nicht alles. (0:10)\n\nBo: Schön. (0:20)\n\nIda: Und laut. (0:22)\n"

  /// In Windows-1252.
  private static let old = Data(german.unicodeScalars.map { UInt8($0.value) })

  @Test("Nothing but the encoding changes, and only when it is asked for")
  func recode() throws {
    let folder = try Folder()
    try folder.write(Self.old, to: "old.txt")
    let check = try Tool.check("old.txt", in: folder.root)
    #expect(check.output.contains("looks like Windows-1252 (tapescript convert --from-encoding windows-1252)"))
    #expect(try Data(contentsOf: folder.url("old.txt")) == Self.old, "a check changes nothing")
    #expect(try Tool.run(["check", "--fix", "old.txt"], in: folder.root).code == 1)
    #expect(try Data(contentsOf: folder.url("old.txt")) == Self.old, "nor do its fixes")

    let converted = try Tool.run(
      ["convert", "old.txt", "--from-encoding", "windows-1252", "-o", "new.txt"], in: folder.root)
    #expect(converted.code == 0 && converted.complaints == "")
    #expect(try folder.string("new.txt") == Self.german)
    let back = try Tool.run(["convert", "new.txt", "--to-encoding", "cp1252", "-o", "back.txt"], in: folder.root)
    #expect(back.code == 0)
    #expect(try Data(contentsOf: folder.url("back.txt")) == Self.old)
  }

  @Test("UTF-16 comes and goes with its mark")
  func wide() throws {
    let folder = try Folder(["a.txt": Self.german])
    #expect(try Tool.run(["convert", "a.txt", "--to-encoding", "utf-16le", "-o", "b.txt"], in: folder.root).code == 0)
    #expect(try Data(contentsOf: folder.url("b.txt")).prefix(4) == Data([0xFF, 0xFE, 0x49, 0x00]))
    let named = try Tool.check("b.txt", in: folder.root)
    #expect(named.code == 2 && named.complaints.contains("--from-encoding utf-16"))
    let back = try Tool.run(["convert", "b.txt", "--from-encoding", "utf-16", "--to", "blog"], in: folder.root)
    #expect(
      back.output.hasPrefix(
        "[00:00:10] Ida: Früh am Morgen hört man die Möwen, und das ist nicht alles.\n\n[00:00:20] Bo: Schön."))
  }

  @Test("Letters that would be lost are refused, with their place and what to do")
  func refused() throws {
    let folder = try Folder(["a.txt": "Ida: Yes. (0:10)\n\nŁucja: No. (0:12)\n", "b.txt": ""])
    try folder.write(Self.old, to: "old.txt")
    try folder.write(Data("Ida: pi".utf8) + [0xE8] + Data(" (0:10)\n".utf8), to: "doubtful.txt")
    try folder.write(Data("one\ntwo ".utf8) + [0x81], to: "wrong.txt")
    func complaint(_ words: String...) throws -> String {
      let result = try Tool.run(["convert"] + words, in: folder.root)
      #expect(result.code == 2 && result.output == "")
      return result.complaints
    }
    #expect(
      try complaint("old.txt", "--to", "blog")
        == "tapescript: old.txt: is not UTF-8 and looks like Windows-1252; --from-encoding windows-1252 reads it\n")
    #expect(
      try complaint("doubtful.txt", "--to", "blog")
        == "tapescript: doubtful.txt: is not UTF-8 and may be Windows-1252 or Windows-1250; --from-encoding says which of them it is\n"
    )
    #expect(
      try complaint("a.txt", "--to-encoding", "windows-1252")
        == "tapescript: a.txt: “Ł” (U+0141) on line 3 cannot be written in Windows-1252\n")
    #expect(
      try complaint("wrong.txt", "--from-encoding", "windows-1252")
        == "tapescript: wrong.txt: the byte 81 at offset 8, on line 2, stands for nothing in Windows-1252\n")
    #expect(try complaint("a.txt", "--from-encoding", "windows-1525").contains("did you mean"))
    #expect(try complaint("a.txt").contains("Say what to write"))
  }
}
