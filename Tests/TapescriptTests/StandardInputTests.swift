import Support
import Testing

@Suite struct StandardInputTests {
  @Test func check() throws {
    let result = try Tool.check("-", input: Talk.faulty)
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("<stdin>:5:39: error: "))
    #expect(try Tool.check("-", input: Talk.healthy).code == 0)
    #expect(try Tool.check("-", input: "").code == 0)
    #expect(try Tool.check("-", "--no-allow-empty", input: "").code == 2)
  }

  @Test func name() throws {
    let result = try Tool.check("-", "--stdin-filename", "talks/lantern.md", input: Talk.faulty)
    #expect(result.output.hasPrefix("talks/lantern.md:5:39: error: "))
    let json = try Tool.check("-", "--stdin-filename", "lantern.md", "--format", "json", input: Talk.faulty)
    #expect(try json.json([ReportedFinding].self).map(\.file) == ["lantern.md"])
  }

  /// The name may say which notation it is, where the text alone would not.
  @Test func nameTellsTheNotation() throws {
    let one = "0:05 a single line\n"
    #expect(try Tool.check("-", "--no-allow-empty", input: one).code == 2)
    #expect(try Tool.check("-", "--no-allow-empty", "--stdin-filename", "one.captions.txt", input: one).code == 0)
  }

  @Test func withFiles() throws {
    let folder = try Folder(["a.txt": Talk.faulty])
    let output = try Tool.check("a.txt", "-", in: folder.root, input: Talk.faulty).output
    #expect(output.contains("2 errors in 2 transcripts"))
  }

  @Test func outline() throws {
    #expect(try Tool.run(["outline", "-"], input: Talk.healthy).output.contains("page: 0 sections, 3 segments"))
    #expect(try Tool.run(["outline", "-"], input: "Nobody.\n").code == 2)
  }
}
