import Foundation
import Support
import Testing

/// What people read.
@Suite struct TextReportTests {
  /// A wide character, a combining mark, an emoji and a tab before the stretch; control characters; a line that is cut.
  @Test func frames() throws {
    let chain = String(repeating: "and on it went ", count: 12)
    let folder = try Folder([
      "lantern.txt": """
      Transcript

      Ida: We begin at the door. (0:10)

      Tove: 猫 and cafe\u{301} 🐝\twere late. (0:2)

      Ida: Then we wait. (0:20)

      The second lamp

      The third lamp

      Tove: \u{1B}[31mRed\u{1B}[0m and so on. (0:60)

      Ida: \(chain)(0::21)

      Ida: Good night to all of you who are here. (0:23)

      """
    ])
    let result = try Tool.check("--select", "time,header-empty", "lantern.txt", in: folder.root)
    #expect(
      result.output == """
        lantern.txt:5:33: error: “0:2” is not a time; a time is written m:ss or h:mm:ss. [time-malformed]
          5 | Tove: 猫 and cafe\u{301} 🐝    were late. (0:2)
            |                                     ^^^
            = fix: Change to 0:20

        lantern.txt:9:1: warning: This section is empty: the page will not show it. [header-empty]
          9 | The second lamp
            | ^^^^^^^^^^^^^^^
            = fix: Remove the header

        lantern.txt:13:32: error: “0:60” has 60 or more seconds or minutes. [time-range]
          13 | Tove: ␛[31mRed␛[0m and so on. (0:60)
             |                                ^^^^
             = fix: Change to 0:20

        lantern.txt:15:187: error: “0::21” is not a time; a time is written m:ss or h:mm:ss. [time-malformed]
          15 | …n it went and on it went and on it went and on it went and on it went and on it went (0::21)
             |                                                                                        ^^^^^
             = fix: Change to 0:21

        3 errors, 1 warning in 1 transcript (1 page): 6 segments, 13 s spoken

        """)
    #expect(result.complaints.isEmpty)
  }

  /// The lines that have to do with a finding stand around it.
  @Test func relatedLines() throws {
    let result = try Tool.check("docs/examples/faulty-front-matter.md")
    #expect(
      result.output.hasPrefix(
        """
        docs/examples/faulty-front-matter.md:47:10: error: time says 2:34, sec says 163, which is 2:43. Probably time is right. \
        [time-sec-mismatch]
          46 |   sec: 163
             |        --- The seconds of the same item.
          47 |   time: '2:34'
             |          ^^^^
             = fix: Change sec to 154

        """))
  }

  @Test func closingLine() throws {
    let output = try Tool.check("docs/examples").output
    let wanted =
      "15 errors, 6 warnings, 1 information in 12 transcripts (2 blog, 2 captions, 3 front-matter, 2 page, 1 srt, 2 webvtt): "
      + "275 segments, 1 h 31 min spoken; 2 of 14 files without a transcript"
    #expect(output.hasSuffix("\n\n\(wanted)\n6 can be fixed with --fix\n"))
    let healthy = try Tool.check("docs/examples/page.txt").output
    #expect(healthy == "Nothing wrong in 1 transcript (1 page): 31 segments, 5 min spoken\n")
  }

  @Test func verboseNamesWhatIsNoTranscript() throws {
    let line =
      "docs/examples/show-notes.md: no transcript found: captions comes nearest, but there is too little text for its times, "
      + "as in a list of chapters"
    #expect(try Tool.check("docs/examples", "-v").output.split(separator: "\n").contains(Substring(line)))
    #expect(!(try Tool.check("docs/examples").output.contains("show-notes.md")))
    let json = try Tool.check("docs/examples", "--verbose", "--format", "json")
    #expect(json.complaints.split(separator: "\n").contains(Substring(line)))
    #expect(!json.output.contains("show-notes.md"))
  }

  @Test func colour() throws {
    let file = "docs/examples/faulty-page.txt"
    let escape = "\u{1B}["
    #expect(!(try Tool.check(file).output.contains(escape)))
    #expect(!(try Tool.check(file, "--color", "never").output.contains(escape)))
    #expect(try Tool.check(file, "--color", "always").output.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  /// On a terminal there is colour, unless `NO_COLOR` is set to something.
  @Test(
    .enabled(if: Terminal.isAvailable, "script(1) is not here to stand for a terminal"),
    arguments: [
      ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ])
  func colourOnATerminal(_ environment: [String: String], _ isColoured: Bool) throws {
    let output = try Terminal.run("check docs/examples/faulty-page.txt", environment)
    #expect(output.contains("time-order"))
    #expect(output.contains("\u{1B}[1;31m") == isColoured)
  }

  @Test func theSameEveryTime() throws {
    for format in ["text", "json"] {
      let runs = try (0..<5).map { _ in try Tool.check("docs", "--format", format).output }
      #expect(Set(runs).count == 1)
      #expect(runs[0].count > 1_000)
    }
  }
}
