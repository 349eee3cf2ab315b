import Foundation
import Support
import Testing

@Suite struct ConvertTests {
  struct Lost: Decodable, Equatable {
    var file: String
    var kind: String
    var count: Int
    var lines: [Int]
    var message: String
  }

  private static let page = """
    The lamp shop

    Transcript

    Ida: We begin at the door. (0:10)

    Tove: It's locked: we wait. (0:14)

    """

  private static let frontMatter = """
    ---
    transcript:
    - line: We begin at the door.
      sec: 10
      time: '0:10'
      who: Ida
    - line: 'It''s locked: we wait.'
      sec: 14
      time: '0:14'
      who: Tove
    ---

    """

  @Test func toStandardOutput() throws {
    let folder = try Folder(["a.txt": Self.page])
    let result = try Tool.run(["convert", "a.txt", "--to", "front-matter"], in: folder.root)
    #expect(result.code == 0)
    #expect(result.output == Self.frontMatter)
    #expect(result.complaints == "a.txt: lost: the text above the transcript: “The lamp shop Transcript”\n")
  }

  @Test func fromStandardInput() throws {
    let result = try Tool.run(["convert", "-", "--to", "page"], input: Self.frontMatter)
    #expect(result.code == 0)
    #expect(result.complaints == "")
    #expect(result.output == Self.page.replacing("The lamp shop\n\nTranscript\n\n", with: ""))
    let named = try Tool.run(
      ["convert", "-", "--to", "blog", "--stdin-filename", "a.page.txt"], input: "Ida: Yes. (1:10)\n")
    #expect(named.output == "[00:01:10] Ida: Yes.\n")
  }

  @Test func toFile() throws {
    let folder = try Folder(["a.txt": Self.page])
    let arguments = ["convert", "a.txt", "--to", "front-matter", "-o", "b.md"]
    #expect(try Tool.run(arguments, in: folder.root).output == "")
    #expect(try folder.string("b.md") == Self.frontMatter)
    #expect(try Tool.run(["check", "b.md"], in: folder.root).code == 0)
  }

  /// What exists is written over only when that is asked for.
  @Test func existingFile() throws {
    let folder = try Folder(["a.txt": Self.page, "b.md": "mine\n"])
    let arguments = ["convert", "a.txt", "--to", "front-matter", "-o", "b.md"]
    let refused = try Tool.run(arguments, in: folder.root)
    #expect(refused.code == 2)
    #expect(refused.complaints == "tapescript: b.md: exists already; use --force to replace it\n")
    #expect(try folder.string("b.md") == "mine\n")
    #expect(try Tool.run(arguments + ["--force"], in: folder.root).code == 0)
    #expect(try folder.string("b.md") == Self.frontMatter)
  }

  /// The input is never written over, by whatever name it goes.
  @Test(arguments: ["a.txt", "./a.txt", "link.txt", "hard.txt"])
  func input(output: String) throws {
    let folder = try Folder(["a.txt": Self.page])
    try folder.link("link.txt", to: "a.txt")
    try FileManager.default.linkItem(at: folder.url("a.txt"), to: folder.url("hard.txt"))
    let result = try Tool.run(["convert", "a.txt", "--to", "blog", "-o", output, "--force"], in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints.hasSuffix("this is the input file; choose another output file\n"))
    #expect(try folder.string("a.txt") == Self.page)
  }

  @Test(arguments: ["folder", "no/such/b.md"])
  func impossibleOutput(output: String) throws {
    let folder = try Folder(["a.txt": Self.page, "folder/c.txt": ""])
    let result = try Tool.run(["convert", "a.txt", "--to", "blog", "-o", output], in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints.contains("tapescript: \(output): "))
  }

  @Test func strict() throws {
    let folder = try Folder(["a.txt": Self.page, "b.md": Self.frontMatter])
    let arguments = ["convert", "a.txt", "--to", "front-matter", "--strict"]
    let lossy = try Tool.run(arguments + ["-o", "c.md"], in: folder.root)
    #expect(lossy.code == 1)
    #expect(lossy.complaints.hasSuffix("tapescript: nothing was written, since --strict is given\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.url("c.md").path()))
    #expect(try Tool.run(arguments, in: folder.root).output == "")
    let lossless = try Tool.run(["convert", "b.md", "--to", "page", "--strict"], in: folder.root)
    #expect(lossless.code == 0)
    #expect(!lossless.output.isEmpty)
  }

  @Test func losses() throws {
    let text = Self.frontMatter.replacing("transcript:\n", with: "title: Lamps\ntranscript:\n- header: The door\n")
    let folder = try Folder(["a.md": text])
    let people = try Tool.run(["convert", "a.md", "--to", "captions"], in: folder.root)
    #expect(
      people.complaints == """
        a.md:2: lost: 1 entry of the metadata: “title”
        a.md:4: lost: 1 title: “The door”
        a.md:5: lost: 2 speakers of segments: “Ida”, “Tove”

        """)
    let programs = try Tool.run(["convert", "a.md", "--to", "captions", "--format", "json"], in: folder.root)
    let losses = try JSONDecoder().decode([Lost].self, from: Data(programs.complaints.utf8))
    #expect(programs.output == people.output)
    #expect(
      losses == [
        Lost(file: "a.md", kind: "metadata", count: 1, lines: [2], message: "1 entry of the metadata: “title”"),
        Lost(file: "a.md", kind: "title", count: 1, lines: [4], message: "1 title: “The door”"),
        Lost(file: "a.md", kind: "speaker", count: 2, lines: [5, 9], message: "2 speakers of segments: “Ida”, “Tove”"),
      ])
  }

  @Test func nothingLost() throws {
    let result = try Tool.run(["convert", "-", "--to", "page", "--format", "json"], input: Self.frontMatter)
    #expect(result.complaints == "[]\n")
  }

  /// What is not a transcript is not converted, and it is said why.
  @Test(
    arguments: [
      ("", "no transcript found"), ("Just a sentence.\n", "no transcript found"),
      ("---\ntitle: Lamps\n---\n", "no transcript found"), ("\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", ""),
      ("---\ntitle: \"{{ title }}\"\ntranscript:\n---\n", "a template with placeholders"),
      (
        "---\ntranscript:\n- header: Alone\n---\n", "the transcript has no segments, so there is nothing to convert"
      ),
    ])
  func noTranscript(text: String, reason: String) throws {
    let folder = try Folder(["a.md": text])
    let result = try Tool.run(["convert", "a.md", "--to", "page"], in: folder.root)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.complaints.hasPrefix("tapescript: a.md: \(reason)"))
  }

  @Test func wrongNames() throws {
    let notation = try Tool.run(["convert", "docs/examples/page.txt", "--to", "blg"])
    #expect(notation.code == 2)
    #expect(notation.complaints.contains("There is no notation “blg”; did you mean “blog”?"))
    #expect(try Tool.run(["convert", "docs/examples", "--to", "blog"]).complaints.contains("is a directory"))
    #expect(try Tool.run(["convert", "no-such.txt", "--to", "blog"]).code == 2)
    #expect(try Tool.run(["convert", "docs/examples/page.txt"]).code == 2)
  }

  /// Captions have no labels, by which a page is known.
  @Test func notRecognised() throws {
    let result = try Tool.run(["convert", "docs/examples/captions.txt", "--to", "page"])
    #expect(result.code == 0)
    #expect(result.complaints.hasSuffix("; a name that ends in .page.txt tells it\n"))
    let folder = try Folder()
    let file = folder.url("a.page.txt").path()
    #expect(try Tool.run(["convert", "docs/examples/captions.txt", "--to", "page", "-o", file]).complaints == "")
  }

  /// The notation that a configuration gives a file is the one it is read in, and control characters stay out of messages.
  @Test func configured() throws {
    let folder = try Folder([
      "tapescript.json": #"{"notations": {"*.log": "captions"}}"#, "a.log": "0:01 hello\n",
      "b.md": "---\n\"ti\u{1B}tle\": x\ntranscript:\n- line: Yes.\n  sec: 1\n  time: '0:01'\n  who: Ida\n---\n",
    ])
    #expect(try Tool.run(["convert", "a.log", "--to", "blog"], in: folder.root).output == "[00:00:01] hello\n")
    #expect(!(try Tool.run(["convert", "b.md", "--to", "page"], in: folder.root).complaints.contains("\u{1B}")))
  }
}
