import Support
import Testing

@testable import tapescript

@Suite struct ParserArgumentsTests {
  @Test("What is packed is one value, and nothing else is changed")
  func packing() {
    let paths = (1...100).map { "\($0).txt" }
    for arguments in [
      ["check"] + paths, ["check", "--format", "json"] + paths + ["--quiet"],
      ["check", "--"] + paths + ["-", "--format"],
      ["check"] + paths.prefix(20), ["check", "-q"], [], ["check", "--select"] + paths + ["--ignore"] + paths,
    ] {
      let packed = ParserArguments.prepared(Array(arguments))
      #expect(ParserArguments.paths(in: packed) == Array(arguments))
      #expect(packed.count <= max(arguments.count % 100 + 8, 22))
      // The value of an option is never packed with what follows it.
      for option in ["--format", "--select"] where arguments.contains(option) && !arguments.contains("--") {
        let place = packed.firstIndex(of: option)! + 1
        #expect(!packed[place].contains("\0"))
      }
    }
  }

  @Test(
    "The reason behind --add-ignore= becomes an option of its own",
    arguments: [
      (["check", "--add-ignore=why", "a"], ["check", "--add-ignore", "--add-ignore-reason=why", "a"]),
      (["--add-ignore=a=b"], ["--add-ignore", "--add-ignore-reason=a=b"]), (["--add-ignore="], ["--add-ignore"]),
      (["--add-ignore", "why"], ["--add-ignore", "why"]), (["--", "--add-ignore=why"], ["--", "--add-ignore=why"]),
    ])
  func reasons(given: [String], expected: [String]) {
    #expect(ParserArguments.prepared(given) == expected)
  }

  /// What is said of a wrong first word knows the commands by these names.
  @Test func eachCommandNamesItself() {
    #expect(Tapescript.configuration.subcommands.allSatisfy { $0.configuration.commandName != nil })
  }

  @Test("A path that is named a thousand times is one file, and each of a thousand is read")
  func thousands() throws {
    let folder = try Folder(["a.page.txt": Talk.healthy, "b.page.txt": Talk.healthy])
    let names = (0..<1_000).map { $0 % 2 == 0 ? "a.page.txt" : "b.page.txt" }
    let result = try Tool.run(["check"] + names, in: folder.root)
    #expect(result.code == 0)
    #expect(result.output.contains("2 transcripts"), "\(result.output)")
  }
}
