import Foundation
import Support
import Testing

@testable import tapescript

/// Where the report goes and what is in it.
@Suite struct ReportOptionTests {
  @Test func statistics() throws {
    #expect(
      try Tool.check("docs/examples/faulty-front-matter.md", "docs/examples/faulty-page.txt", "--statistics").output
        == """
        findings  safe fix  offered  rule
               2         0        2  header-empty
               2         0        2  speaker-malformed
               1         0        1  speaker-similar
               1         0        1  time-order
               1         1        0  time-sec-mismatch
               1         1        0  yaml-unquoted-time

        4 errors, 4 warnings in 2 transcripts (1 front-matter, 1 page): 34 segments, 5 min spoken
        2 can be fixed with --fix

        """)
  }

  @Test func statisticsAsJSON() throws {
    let folder = try Folder(["a.txt": Talk.faulty, "b.txt": Talk.faulty, "c.txt": Talk.doubtful])
    let output = try Tool.check(".", "--statistics", "--format", "json", in: folder.root).output
    #expect(
      output == """
        [
        {"rule":"time-malformed","findings":2,"safe":0,"offered":2},
        {"rule":"header-empty","findings":1,"safe":0,"offered":1}
        ]

        """)
    #expect(try Tool.check("-", "--statistics", "--format", "json", input: Talk.healthy).output == "[]\n")
    #expect(try Tool.check("-", "--statistics", "--format", "sarif", input: Talk.healthy).code == 2)
  }

  @Test func quiet() throws {
    let folder = try Folder(["a.txt": Talk.faulty, "b.txt": Talk.healthy, "c.txt": "Nobody.\n"])
    let result = try Tool.check(".", "--quiet", "--format", "concise", in: folder.root)
    #expect(
      result.output == "a.txt:5:39: error: “0:1” is not a time; a time is written m:ss or h:mm:ss. [time-malformed]\n")
    #expect(result.code == 1)
    #expect(try Tool.check("b.txt", "-q", in: folder.root).output.isEmpty)
    #expect(try Tool.check("b.txt", "-q", "-v", in: folder.root).code == 2)
  }

  @Test func showFiles() throws {
    let folder = try Folder([
      "a.txt": Talk.faulty, "deep/b.txt": "0:01 one\n0:02 two\n0:03 three\n", "c.txt": "Nobody.\n",
    ])
    let result = try Tool.check(".", "--show-files", in: folder.root)
    #expect(result.output == "a.txt       page\ndeep/b.txt  captions\n")
    #expect(result.code == 0)
    #expect(
      try Tool.check(".", "--show-files", "-v", in: folder.root).output
        == "a.txt       page\nc.txt       (no transcript found)\ndeep/b.txt  captions\n")
    #expect(
      try Tool.check(".", "--show-files", "--format", "json", in: folder.root).output
        == #"[\#n{"file":"a.txt","notation":"page"},\#n{"file":"deep/b.txt","notation":"captions"}\#n]\#n"#)
    #expect(try Tool.check("c.txt", "--show-files", in: folder.root).code == 0)
    #expect(try Tool.check("a.txt", "missing.txt", "--show-files", in: folder.root).code == 2)
  }

  @Test func outputFile() throws {
    let folder = try Folder(["a.txt": Talk.faulty, "out/report.sarif": "old and longer than what comes now"])
    let printed = try Tool.check("a.txt", "--format", "json", in: folder.root)
    let result = try Tool.check("a.txt", "--format", "json", "--output-file", "out/report.sarif", in: folder.root)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(try folder.string("out/report.sarif") == printed.output)
    #expect(try names(in: folder, "out") == ["report.sarif"])
  }

  /// A report on a terminal may be coloured; one in a file is not.
  @Test(.enabled(if: Terminal.isAvailable, "script(1) is not here to stand for a terminal"))
  func noColourInAFile() throws {
    let folder = try Folder(["a.txt": Talk.faulty])
    let seen = try Terminal.run("check \(folder.url("a.txt").path()) --output-file \(folder.url("b").path())", [:])
    #expect(!seen.contains("time-malformed"))
    #expect(try folder.string("b").contains("[time-malformed]\n"))
  }

  /// The file keeps its mode, a link stays a link, and a device stays a device.
  @Test func outputFileKeepsWhatItIs() throws {
    let folder = try Folder(["a.txt": Talk.faulty, "real/report": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.url("real/report").path())
    try folder.link("report", to: "real/report")
    _ = try Tool.check("a.txt", "--output-file", "report", in: folder.root)
    #expect(try folder.string("real/report").contains("time-malformed"))
    let manager = FileManager.default
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.url("report").path()) == "real/report")
    let mode = try manager.attributesOfItem(atPath: folder.url("real/report").path())[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      try Tool.check("a.txt", "--output-file", "/dev/stderr", in: folder.root).complaints.contains("time-malformed"))
  }

  @Test func outputFileThatCannotBe() throws {
    let folder = try Folder(["a.txt": Talk.faulty])
    let result = try Tool.check("a.txt", "--output-file", "missing/report", in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: missing/report: No such file or directory\n")
    #expect(try Tool.check("a.txt", "--output-file", ".", in: folder.root).code == 2)
    #expect(try names(in: folder) == ["a.txt"])
  }

  private func names(in folder: Folder, _ place: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url(place).path()).sorted()
  }

  /// Nothing at first, then a line now and then, and nothing is left of it.
  @Test func progress() {
    let start = ContinuousClock.Instant.now
    var progress = Progress(files: 2_000, now: start)
    #expect(progress.step(now: start + .milliseconds(100)) == nil)
    #expect(progress.hide() == nil)
    #expect(progress.step(now: start + .milliseconds(500)) == "\r2 of 2,000 files\u{1B}[K")
    #expect(progress.step(now: start + .milliseconds(550)) == nil)
    #expect(progress.step(now: start + .milliseconds(600)) == "\r4 of 2,000 files\u{1B}[K")
    #expect(progress.hide() == "\r\u{1B}[K")
    #expect(progress.hide() == nil)
    #expect(progress.step(now: start + .seconds(1)) == "\r5 of 2,000 files\u{1B}[K")
  }

  @Test func noProgressAtTheEnd() {
    let start = ContinuousClock.Instant.now
    var progress = Progress(files: 1, now: start)
    #expect(progress.step(now: start + .seconds(9)) == nil)
  }
}
