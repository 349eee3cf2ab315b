import Foundation
import Support
import Testing

@Suite struct ConvertCuesTests {
  private static let page = """
    Ida: The tide was in, and the boats were out, and nobody had seen the ferry since noon. (0:10)

    Bo: It came at two. (0:20)

    Ida: Did it? (0:24)

    Bo: It did. (0:26)

    """

  private static let cues = """
    1
    00:00:10,000 --> 00:00:14,939
    Ida: The tide was in,
    and the boats were out,

    2
    00:00:14,939 --> 00:00:20,000
    and nobody had seen
    the ferry since noon.

    3
    00:00:20,000 --> 00:00:24,000
    Bo: It came at two.

    4
    00:00:24,000 --> 00:00:26,000
    Ida: Did it?

    5
    00:00:26,000 --> 00:00:27,000
    Bo: It did.

    """

  @Test("Turns become cues in the lines that are wanted, and these turns again")
  func thereAndBack() throws {
    let folder = try Folder(["a.txt": Self.page])
    let there = try Tool.run(["convert", "a.txt", "--to", "srt", "--cues", "2x32", "-o", "a.srt"], in: folder.root)
    #expect(there.code == 0)
    #expect(
      there.complaints
        == "a.txt: 4 segments are shown in cues with times in proportion to the words; there are 5 cues\n")
    #expect(try folder.string("a.srt") == Self.cues)
    let back = try Tool.run(["convert", "a.srt", "--to", "page"], in: folder.root)
    #expect(back.output == Self.page)
    #expect(back.complaints.contains("5 cues are now 4 paragraphs"))
    let check = try Tool.check("a.srt", in: folder.root)
    #expect(check.code == 0 && check.output.hasPrefix("Nothing wrong"), "\(check.output)")
  }

  @Test("Cues stay as they are where that is wanted, and a pause ends a turn")
  func keep() throws {
    let cues = """
      1
      00:00:01,000 --> 00:00:02,000
      Ida: The tide

      2
      00:00:03,500 --> 00:00:04,000
      is in.

      3
      00:00:04,500 --> 00:00:05,000
      Bo: Is it?

      4
      00:00:05,500 --> 00:00:06,000
      Ida: It is.

      5
      00:00:06,500 --> 00:00:07,000
      Bo: Then go.

      """
    let folder = try Folder(["a.srt": cues])
    func page(_ words: String...) throws -> String {
      try Tool.run(["convert", "a.srt", "--to", "page"] + words, in: folder.root).output
    }
    #expect(try page().hasPrefix("Ida: The tide is in. (0:01"))
    #expect(try page("--pause", "1.5").contains("Ida: is in."))
    #expect(try page("--pause", "1.501").hasPrefix("Ida: The tide is in. (0:01"))
    #expect(try page("--cues", "keep").contains("Ida: is in."))
    #expect(try Tool.run(["convert", "a.srt", "--to", "srt", "--cues", "keep"], in: folder.root).output == cues)
  }

  @Test(
    "What is no shape is refused", arguments: ["x", "2x", "0x42", "2x0", "99999999999999999999x1", "netflixx", "11x20"])
  func shapes(shape: String) throws {
    let result = try Tool.run(["convert", "docs/examples/page.txt", "--to", "srt", "--cues", shape])
    #expect(result.code == 2 && result.complaints.contains("is no shape of cues"))
  }

  @Test("A pause is a number of seconds", arguments: ["-1", "x", "nan", "1e300"])
  func pauses(pause: String) throws {
    #expect(try Tool.run(["convert", "docs/examples/srt.srt", "--to", "page", "--pause=\(pause)"]).code == 2)
  }

  @Test("Without times there are no cues")
  func untimed() throws {
    let source = "---\ntranscript:\n- line: a\n  who: Ida\n- line: b\n  who: Bo\n---\n"
    let result = try Tool.run(["convert", "-", "--to", "srt"], input: source)
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: <stdin>: the transcript has no times, so nothing can be shown at any\n")
  }

  @Test("A configuration says how captions should be")
  func configured() throws {
    let long = "The tide was in, and the boats were out, and nobody had seen the ferry."
    let folder = try Folder([
      "tapescript.json": #"{"cues": "netflix"}"#,
      "a.srt": "1\n00:00:01,000 --> 00:00:09,000\n\(long)\n",
    ])
    let rules = Set(
      try Tool.check("a.srt", "--format", "concise", in: folder.root).output.matches(of: /\[(cue-[a-z-]+)\]/).map {
        String($0.1)
      })
    #expect(rules == ["cue-line-length", "cue-long"])
    #expect(try Tool.check("a.srt", "--isolated", in: folder.root).output.hasPrefix("Nothing wrong"))
  }
}
