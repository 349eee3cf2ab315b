import Files
import Foundation
import Support
import Testing

/// What stands at a path may be anything: devices, pipes, holes.
@Suite(.enabled(if: Shell.isAvailable, "bash is not here")) struct DeviceTests {
  @Test(arguments: ["/dev/urandom", "/dev/zero", "/dev/null"])
  func devicesAreNotRead(path: String) throws {
    for command in ["check", "outline", "stats"] {
      let result = try Tool.run([command, path])
      #expect(result.code == 2)
      #expect(result.complaints == "tapescript: \(path): is a device, not a file; - is the standard input\n")
    }
  }

  @Test(arguments: [
    ("", "not a text file"),
    (
      Talk.healthy.padding(toLength: 9_000, withPad: " ", startingAt: 0), "has 2048 MB, and no more than 64 MB are read"
    ),
  ])
  func aHoleOfTwoGigabytes(beginning: String, complaint: String) throws {
    let folder = try Folder(["a.txt": beginning])
    try FileHandle(forWritingTo: folder.url("a.txt")).truncate(atOffset: 2 << 30)
    let result = try Tool.check("a.txt", in: folder.root)
    #expect(result.code == 2)
    #expect(result.complaints == "tapescript: a.txt: \(complaint)\n")
  }

  /// The bound is where it is said to be, also for what does not say how long it is.
  @Test func theBound() throws {
    let folder = try Folder(["a.txt": "12345"])
    let path = folder.url("a.txt").path()
    for (limit, isRead) in [(6, true), (5, true), (4, false), (0, false)] {
      var file = try OpenFile(path)
      #expect(((try? file.readAll(atMost: limit)) != nil) == isRead)
      file.close()
      #expect((contents(path, atMost: limit) != nil) == isRead)
    }
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let folder = try Folder(["a.txt": Talk.faulty])
    #expect(try Shell.run("tapescript check <(cat a.txt)", in: folder).output.contains("time-malformed"))
    #expect(try Shell.run("cat a.txt | tapescript check /dev/stdin", in: folder).output.contains("time-malformed"))
    #expect(
      try Shell.run("mkfifo p.txt; cat a.txt > p.txt & tapescript check p.txt", in: folder).output
        .contains("time-malformed"))
  }

  @Test func whatDoesNotEndIsReadToTheBound() throws {
    let folder = try Folder()
    for line in ["yes | tapescript check -", "tapescript check <(yes)"] {
      let result = try Shell.run(line, in: folder)
      #expect(result.code == 2)
      #expect(result.complaints.contains(": does not end, and no more than 64 MB are read\n"))
    }
  }

  /// Nobody named them: they are passed by, and nothing waits for a writer.
  @Test func pipesThatAreFound() throws {
    let folder = try Folder(["a.txt": Talk.healthy])
    let lines = [
      "mkfifo b.txt a.srt .gitignore; tapescript check .",
      "mkfifo tapescript.json; tapescript check a.txt; [ $? = 2 ] && rm tapescript.json",
      "mkfifo tapescript-baseline.json; tapescript check a.txt; [ $? = 2 ] && rm tapescript-baseline.json",
    ]
    for line in lines { #expect(try Shell.run(line, in: folder).code == 0, "\(line)") }
  }

  // MARK: Reports

  /// A shell's file is written to where it stands; it is neither begun anew nor replaced.
  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "-", "link"])
  func theStandardOutputByAnyName(path: String) throws {
    let folder = try Folder(["a.txt": Talk.faulty, "log": "kept\n"])
    try folder.link("link", to: "/dev/stdout")
    _ = try Shell.run("tapescript check -q --output-file \(path) a.txt >> log; echo end >> log", in: folder)
    let log = try folder.string("log").split(separator: "\n")
    #expect(log.first == "kept" && log.last == "end" && log.count > 4)
    #expect(
      try Shell.run("tapescript check --format json --output-file \(path) a.txt | cat", in: folder).output
        .hasPrefix("["))
  }

  @Test func otherOpenDescriptors() throws {
    let folder = try Folder(["a.txt": Talk.faulty])
    _ = try Shell.run("tapescript check -q --output-file /dev/fd/5 a.txt 5> five", in: folder)
    #expect(try folder.string("five").contains("time-malformed"))
    #expect(
      try Shell.run("mkfifo p; cat p & tapescript check -q --output-file p a.txt; wait", in: folder).output
        .contains("time-malformed"))
    let closed = try Shell.run("tapescript check --output-file /dev/fd/77 a.txt", in: folder)
    #expect(closed.code == 2 && closed.complaints.contains("/dev/fd/77"))
  }
}
