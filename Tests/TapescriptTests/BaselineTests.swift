import Foundation
import Support
import Testing

/// A stranger's archive takes the tool up: what is there is known, what comes is told.
@Suite struct BaselineTests {
  private let page = "Transcript\n\nIda: One. (0:10)\n\nTove: Two. (0:2)\n\nIda: Three. (0:20)\n\nTove: Four. (0:31)\n"

  @Test func onlyNewMistakesFail() throws {
    let folder = try Folder(["archive/a.txt": page, "archive/b.txt": page])
    let first = try Tool.check("--write-baseline", "archive", in: folder.root)
    #expect(first.code == 0)
    #expect(first.output.contains("2 findings written to tapescript-baseline.json"))
    let again = try Tool.check("archive", in: folder.root)
    #expect(again.code == 0)
    #expect(again.output.hasPrefix("Nothing new in 2 transcripts"))
    #expect(again.output.contains("2 findings in the baseline"))

    try folder.write(Data(page.replacing("Ida: One", with: "A preface.\n\nIda: One").utf8), to: "archive/a.txt")
    #expect(try Tool.check("archive", in: folder.root).code == 0)
    try folder.write(Data(page.replacing("0:20", with: "0::20").utf8), to: "archive/b.txt")
    let second = try Tool.check("--format", "concise", "archive", in: folder.root)
    #expect(second.code == 1)
    #expect(second.output.contains("b.txt:7:"))
    #expect(!second.output.contains("b.txt:5:"))
  }

  @Test func fromAnotherDirectory() throws {
    let folder = try Folder(["archive/a.txt": page])
    #expect(try Tool.check("--baseline", "known.json", "--write-baseline", "archive", in: folder.root).code == 0)
    let inside = folder.root.appending(path: "archive")
    #expect(try Tool.check("--baseline", "../known.json", "a.txt", in: inside).code == 0)
    #expect(try Tool.check("a.txt", in: inside).code == 1)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"version": 9, "files": {}}"#])
  func whatIsNoBaseline(content: String) throws {
    let folder = try Folder(["a.txt": page, "known.json": content])
    let result = try Tool.check("--baseline", "known.json", "a.txt", in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints.contains("known.json: "))
    #expect(result.complaints.contains("--write-baseline"))
    #expect(try Tool.check("--baseline", "absent.json", "a.txt", in: folder.root).code == 2)
  }

  @Test func baselineOfAnotherVersion() throws {
    let folder = try Folder(["a.txt": page, "known.json": #"{"version": 9, "entries": []}"#])
    let result = try Tool.check("--baseline", "known.json", "a.txt", in: folder.root)
    #expect(result.complaints.contains("known.json: the baseline has version 9, and this tapescript reads version 1; "))
  }

  @Test func baselineThatCannotBeWritten() throws {
    let folder = try Folder(["a.txt": page])
    let result = try Tool.check("--write-baseline", "--baseline", "no/known.json", "a.txt", in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: no/known.json: No such file or directory\n")
    #expect(!result.output.contains("written"))
  }

  /// A diff promises to change nothing, and half an archive is no baseline.
  @Test func nothingIsWrittenByTheWay() throws {
    let folder = try Folder(["a.txt": page, "b/a.txt": page, "b/tapescript.json": "{"])
    #expect(try Tool.check("--diff", "--add-ignore=why", "a.txt", in: folder.root).code == 2)
    #expect(try Tool.check("--diff", "--write-baseline", "a.txt", in: folder.root).code == 2)
    #expect(try folder.string("a.txt") == page)
    #expect(try Tool.check("--write-baseline", ".", in: folder.root).code == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.url("tapescript-baseline.json").path()))
  }

  @Test func commentsAreWritten() throws {
    let folder = try Folder(["a.txt": page])
    let result = try Tool.check("--add-ignore=as the tape has it", "a.txt", in: folder.root)
    #expect(result.code == 0)
    #expect(result.output.contains("1 finding silenced by comments"))
    let silenced = page.replacing(
      "Tove: Two", with: "<!-- tapescript-ignore time-malformed: as the tape has it -->\n\nTove: Two")
    #expect(try folder.string("a.txt") == silenced)
    #expect(try Tool.check("--add-ignore=once more", "a.txt", in: folder.root).code == 0)
    #expect(try folder.string("a.txt") == silenced)
  }

  /// The word behind it is a path, and behind `--` so is everything.
  @Test(arguments: [["--add-ignore", "a.txt"], ["a.txt", "--add-ignore"], ["--add-ignore=", "--", "a.txt"]])
  func theReasonMayBeLeftOut(arguments: [String]) throws {
    let folder = try Folder(["a.txt": page])
    #expect(try Tool.run(["check"] + arguments, in: folder.root).code == 0)
    #expect(
      try folder.string("a.txt")
        == page.replacing("Tove: Two", with: "<!-- tapescript-ignore time-malformed -->\n\nTove: Two"))
  }

  @Test func behindTwoDashesStandPaths() throws {
    let folder = try Folder(["--add-ignore=why": page])
    #expect(try Tool.check("--", "--add-ignore=why", in: folder.root).code == 1)
    #expect(try folder.string("--add-ignore=why") == page)
  }
}
