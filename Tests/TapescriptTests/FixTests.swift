import Foundation
import Support
import Testing

/// What --fix, --unsafe-fixes and --diff do to files and to the standard input.
@Suite struct FixTests {
  private static let faulty = """
    ---
    title: The lamp shop
    transcript:
    - line: We begin at the door.
      sec: 10
      time: 0:10
      who: Ida
    - line: The owner is up on the ladder.
      sec: 14
      time: '0:14'
      who: Tove
    - line: 'Then we wait.
      sec: 20
      time: '0:20'
      who: Ida
    ---

    """
  private static let safelyFixed = faulty.replacing("time: 0:10", with: "time: '0:10'")
  private static let fixed = safelyFixed.replacing("wait.", with: "wait.'")

  @Test func safe() throws {
    let folder = try Folder(["lamp.md": Self.faulty])
    let result = try Tool.check("--fix", "lamp.md", in: folder.root)
    #expect(try folder.string("lamp.md") == Self.safelyFixed)
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("lamp.md:12:9: error: This quote is never closed."))
    #expect(result.output.hasSuffix("1 fixed, 1 left\n"))
    let again = try Tool.check("--fix", "lamp.md", in: folder.root)
    #expect(again.output.hasSuffix("0 fixed, 1 left\n"))
    #expect(try folder.string("lamp.md") == Self.safelyFixed)
  }

  @Test func unsafe() throws {
    let folder = try Folder(["lamp.md": Self.faulty])
    let result = try Tool.check("--fix", "--unsafe-fixes", "--format", "json", "lamp.md", in: folder.root)
    #expect(try folder.string("lamp.md") == Self.fixed)
    #expect(result.code == 0)
    #expect(result.output == "[]\n")
    #expect(result.complaints == "2 fixed, 0 left\n")
    #expect(try Tool.check("--unsafe-fixes", "lamp.md", in: folder.root).code == 2)
  }

  @Test func diff() throws {
    let folder = try Folder(["lamp.md": Self.faulty])
    let result = try Tool.check("--diff", "lamp.md", in: folder.root)
    #expect(try folder.string("lamp.md") == Self.faulty)
    #expect(result.code == 1)
    #expect(
      result.output == """
        --- lamp.md
        +++ lamp.md
        @@ -3,7 +3,7 @@
         transcript:
         - line: We begin at the door.
           sec: 10
        -  time: 0:10
        +  time: '0:10'
           who: Ida
         - line: The owner is up on the ladder.
           sec: 14

        """)
    #expect(result.complaints == "1 would be fixed, 1 would be left\n")
    let none = try Tool.check("--diff", "-", input: Self.safelyFixed)
    #expect(none.code == 0)
    #expect(none.output.isEmpty)
    #expect(try Tool.check("--diff", "--fix", "--unsafe-fixes", "-", input: Self.safelyFixed).code == 1)
  }

  @Test func standardInput() throws {
    let result = try Tool.check("--fix", "-", input: Self.faulty)
    #expect(result.code == 1)
    #expect(result.output == Self.safelyFixed)
    #expect(result.complaints.hasPrefix("<stdin>:12:9: error: "))
    let all = try Tool.check("--fix", "--unsafe-fixes", "-", input: Self.faulty)
    #expect(all.code == 0)
    #expect(all.output == Self.fixed)
    // A text in which there is nothing to do comes back as it is.
    #expect(try Tool.check("--fix", "-", input: "Nobody speaks.\n").output == "Nobody speaks.\n")
  }

  @Test("A fix that makes a new mistake is refused and named") func refused() throws {
    let more = "- line: He is down.\n  sec: 24\n  time: '0:24'\n  who: Tove\n---\n"
    let page = Self.fixed.replacing("\n---\n", with: "\n" + more).replacing("sec: 14", with: "sec: 999").replacing(
      "'0:14'", with: "'9:14'")
    let folder = try Folder(["lamp.md": page])
    let result = try Tool.check("--fix", "--unsafe-fixes", "lamp.md", in: folder.root)
    #expect(result.code == 1)
    #expect(
      result.complaints == """
        lamp.md:10:10: not fixed [time-sec-mismatch]: “Change sec to 554” would make a new mistake: \
        9:14 is later than 0:20 below it. Probably 0:14. [time-order]

        """)
    #expect(result.output.hasSuffix("0 fixed, 1 left\n"))
    #expect(try folder.string("lamp.md").contains("sec: 999"))
  }

  @Test("Mode, line ends, byte order mark and bytes that are no text are kept") func kept() throws {
    let folder = try Folder()
    var bytes = Data("\u{FEFF}".utf8)
    let (before, behind) = ("ladder".utf8, 0xE9 as UInt8)
    let source = Self.faulty.replacing("\n", with: "\r\n")
    bytes += Data(source.utf8)
    let place = try #require(bytes.range(of: Data(before)))
    bytes.insert(behind, at: place.upperBound)
    try folder.write(bytes, to: "lamp.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.url("lamp.md").path())
    _ = try Tool.check("--fix", "lamp.md", in: folder.root)
    let expected = bytes.replacing(Data("time: 0:10".utf8), with: Data("time: '0:10'".utf8))
    #expect(try Data(contentsOf: folder.url("lamp.md")) == expected)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("lamp.md").path())
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path()) == ["lamp.md"])
  }

  @Test("A link stays a link") func link() throws {
    let folder = try Folder(["real/lamp.md": Self.faulty])
    try folder.link("lamp.md", to: "real/lamp.md")
    _ = try Tool.check("--fix", "lamp.md", in: folder.root)
    #expect(try folder.string("real/lamp.md") == Self.safelyFixed)
    let link = folder.url("lamp.md").path()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/lamp.md")
  }

  @Test("A file without anything to fix is not written") func untouched() throws {
    let folder = try Folder(["lamp.md": Self.fixed])
    let number = {
      try FileManager.default.attributesOfItem(atPath: folder.url("lamp.md").path())[.systemFileNumber] as? Int
    }
    let before = try number()
    #expect(try Tool.check("--fix", "lamp.md", in: folder.root).code == 0)
    #expect(try number() == before)
  }

  @Test(.enabled(if: Tool.canBeOrdinary, "the superuser may read and write everything"))
  func readOnly() throws {
    let folder = try Folder(["a/lamp.md": Self.faulty, "b/lamp.md": Self.faulty])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url("a").path())
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.url("b/lamp.md").path())
    let result = try Tool.run(["check", "--fix", "."], in: folder.root, isOrdinary: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("a").path())
    #expect(result.code == 2)
    #expect(
      result.complaints.hasPrefix(
        """
        tapescript: a/lamp.md: not written: no new file can be put beside it: Permission denied
        tapescript: b/lamp.md: not written: Permission denied

        """))
  }
}
