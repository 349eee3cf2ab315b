import Foundation
import Support
import Testing

/// What a `tapescript.json` does to the command line.
@Suite struct ConfigurationTests {
  @Test func severitiesComeFromTheNearestConfiguration() throws {
    let folder = try Folder([
      "a.txt": Talk.faulty, "off/a.txt": Talk.faulty,
      "off/tapescript.json": #"{"rules": {"time-malformed": "off", "time-order": "off", "time-missing": "off"}}"#,
    ])
    #expect(try Tool.check("a.txt", in: folder.root).code == 1)
    #expect(try Tool.check("off/a.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--isolated", "off/a.txt", in: folder.root).code == 1)
    #expect(try Tool.check("--config", "off/tapescript.json", "a.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--config", "x.json", "--isolated", "a.txt", in: folder.root).code == 2)
    let input = try Tool.check("-", "--stdin-filename", "off/b.txt", in: folder.root, input: Talk.faulty)
    #expect(input.code == 0)
  }

  @Test func failOnComesFromTheConfigurationUnlessItIsSaid() throws {
    let folder = try Folder(["a.txt": Talk.doubtful, "tapescript.json": #"{"failOn": "warning"}"#])
    #expect(try Tool.check("a.txt", in: folder.root).code == 1)
    #expect(try Tool.check("--isolated", "a.txt", in: folder.root).code == 0)
    #expect(try Tool.check("--fail-on", "error", "a.txt", in: folder.root).code == 0)
  }

  @Test func whatIsExcludedIsCheckedOnlyWhenNamed() throws {
    let folder = try Folder([
      "a.txt": Talk.healthy, "drafts/a.txt": Talk.faulty, "live/a.bak": Talk.faulty,
      "tapescript.json": #"{"exclude": ["drafts/", "*.bak"]}"#,
    ])
    let all = try Tool.check(".", in: folder.root)
    #expect(all.code == 0)
    // The configuration itself is no file without a transcript.
    #expect(all.output.contains("in 1 transcript (1 page): 3 segments"))
    #expect(!all.output.contains("without"))
    #expect(try Tool.check("drafts", in: folder.root).complaints.contains("no file was found"))
    #expect(try Tool.check("drafts/a.txt", in: folder.root).code == 1)
  }

  @Test func theNotationIsLaidDown() throws {
    let folder = try Folder([
      "a.txt": Talk.healthy, "b.txt": Talk.healthy,
      "tapescript.json": #"{"notations": {"a.txt": "blog"}, "overrides": [{"files": "b.*", "notation": "captions"}]}"#,
    ])
    let list = try Tool.check("--show-files", ".", in: folder.root)
    #expect(list.output == "a.txt  blog\nb.txt  captions\n")
    struct Outline: Decodable { var notation: String }
    let outline = try Tool.run(["outline", "--format", "json", "b.txt"], in: folder.root)
    #expect(try outline.json(Outline.self).notation == "captions")
  }

  /// A notation that is one line in a configuration is detected, checked, fixed, outlined and converted both ways.
  @Test(arguments: [
    "<{speaker}> {text} @{time}", "**{speaker}** [{time}]\n{text}", "{time} | {speaker} | {text}",
    "{text} ({speaker} at {time})", "#{time}# {speaker}: {text}",
  ])
  func aNotationOfOnesOwn(template: String) throws {
    let turns = [
      ("Ida", "We begin at the door.", "0:10"), ("Tove", "The owner is up there.", "0:14"),
      ("Ida", "Then we wait for him.", "0:20"), ("Tove", "He is a slow man.", "0:24"), ("Ida", "So are we.", "0:31"),
      ("Tove", "Speak for yourself.", "0:34"),
    ]
    let page = turns.map { "\($0.0): \($0.1) (\($0.2))" }.joined(separator: "\n\n") + "\n"
    let folder = try Folder([
      "a.page.txt": page,
      "tapescript.json": #"{"notations": {"ours": "\#(template.replacingOccurrences(of: "\n", with: "\\n"))"}}"#,
    ])
    func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: folder.root) }
    #expect(try run("convert", "a.page.txt", "--to", "ours", "--strict", "-o", "b.txt").code == 0)
    #expect(try run("check", "b.txt").output.contains("in 1 transcript (1 ours)"))
    #expect(try run("check", "b.txt").code == 0)
    #expect(try run("convert", "b.txt", "--to", "page", "--strict").output == page)
    // A letter stands for the last digit of a time, and a fix gives the digit back.
    let written = try String(contentsOf: folder.url("b.txt"), encoding: .utf8)
    let slip = try #require(written.range(of: "0:31"))
    try folder.write(Data(written.replacingCharacters(in: slip, with: "0:3l").utf8), to: "b.txt")
    #expect(try run("check", "b.txt").output.contains("[time-malformed]"))
    #expect(try run("check", "--fix", "--unsafe-fixes", "b.txt").code == 0)
    #expect(try String(contentsOf: folder.url("b.txt"), encoding: .utf8) == written)
    #expect(try run("outline", "b.txt").output.contains("ours: 0 sections"))
  }

  /// The mistakes of each configuration are told once; files of another one are checked all the same.
  @Test func mistakes() throws {
    let folder = try Folder([
      "a.txt": Talk.healthy, "bad/a.txt": Talk.faulty, "bad/b.txt": Talk.faulty,
      "bad/tapescript.json": "{\n  \"rules\": {\"time-ordr\": \"off\"},\n  \"fail\": 1\n}",
    ])
    let result = try Tool.check(".", in: folder.root)
    #expect(result.code == 2)
    #expect(
      result.complaints == """
        tapescript: bad/tapescript.json:2:13: There is no rule “time-ordr”; did you mean “time-order”?
        tapescript: bad/tapescript.json:3:3: There is no “fail” in the configuration; did you mean “failOn”?

        """)
    #expect(result.output.contains("Nothing wrong in 1 transcript"))
    let alone = try Tool.check("bad", in: folder.root)
    #expect(alone.code == 2)
    #expect(alone.complaints == result.complaints)
    for arguments in [["outline", "bad/a.txt"], ["config", "bad/a.txt"]] {
      let refused = try Tool.run(arguments, in: folder.root)
      #expect(refused.code == 2)
      #expect(refused.complaints == result.complaints)
    }
    let absent = try Tool.check("--config", "none.json", "a.txt", in: folder.root)
    #expect(absent.code == 2)
    #expect(
      absent.complaints == "tapescript: none.json:1:1: The configuration cannot be read: there is no such file\n")
  }

  @Test func settingsWithTheirPlaces() throws {
    let folder = try Folder([
      "base.json": #"{"failOn": "hint"}"#,
      "tapescript.json": """
      // ours
      {
        "extends": "base.json",
        "rules": {"time-order": "warning"},
        "overrides": [{"files": "live/*", "rules": {"time-order": "off"}}]
      }
      """,
    ])
    func lines(_ arguments: String...) throws -> [String] {
      let result = try Tool.run(arguments, in: folder.root)
      #expect(result.code == 0)
      return result.output.split(separator: "\n").map { line in
        line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      }
    }
    let general = try lines("config")
    #expect(general[0] == "tapescript.json, which extends base.json")
    #expect(general.contains("failOn hint base.json:1:12"))
    #expect(general.contains("rules.time-order warning tapescript.json:4:27"))
    #expect(general.contains("rules.time-range error"))
    #expect(general.suffix(2) == ["live/*", "rules.time-order off tapescript.json:5:61"])
    let live = try lines("config", "live/a.txt")
    #expect(live.contains("rules.time-order off tapescript.json:5:61"))
    #expect(!live.contains("live/*"))
    #expect(try lines("config", "--isolated")[0] == "no configuration")

    struct Shown: Decodable {
      struct Line: Decodable, Equatable {
        var key: String
        var value: String
        var from: Place?
      }
      struct Place: Decodable, Equatable {
        var file: String
        var line: Int
        var column: Int
      }
      var file: String?
      var settings: [Line]
    }
    let asked = try Tool.run(["config", "--format", "json", "live/a.txt"], in: folder.root).json(Shown.self)
    let line = Shown.Line(
      key: "rules.time-order", value: "off", from: Shown.Place(file: "tapescript.json", line: 5, column: 61))
    #expect(asked.settings.contains(line))
    try folder.write(Data(Talk.healthy.utf8), to: "live/a.txt")
    let shown = try Tool.check("--show-settings", "--format", "json", "live", in: folder.root).json([Shown].self)
    #expect(shown.map(\.file) == ["live/a.txt"])
    #expect(shown[0].settings == asked.settings)
    #expect(try Tool.check("--show-settings", "live", in: folder.root).output.hasPrefix("live/a.txt\n\nprofile "))
  }

  /// `config FILE` says in which notation a file is read, and why: by its content, its name or a configuration.
  @Test func whyANotationWasChosen() throws {
    let folder = try Folder([
      "talk.txt": Talk.healthy, "talk.blog.txt": Talk.healthy, "fixed/talk.txt": Talk.healthy,
      "prose.txt": "Just a word.\n",
      "chapters.txt": "0:00 Door\n5:00 Ladder\n9:00 Lamp\n",
      "fixed/tapescript.json": #"{"notations": {"*.txt": "captions"}}"#,
    ])
    func why(_ path: String) throws -> String? {
      let result = try Tool.run(["config", path], in: folder.root)
      #expect(result.code == 0)
      return result.output.split(separator: "\n").first { $0.hasPrefix(path) }.map {
        String($0.dropFirst(path.count + 2))
      }
    }
    #expect(try why("talk.txt") == "page, from its content: all 3 units have a time, a speaker and text")
    #expect(try why("talk.blog.txt") == "blog, from the file name")
    #expect(try why("fixed/talk.txt") == "captions, from the configuration")
    #expect(try why("prose.txt") == "no transcript found")
    #expect(
      try why("chapters.txt")
        == "no transcript found: captions comes nearest, but there is too little text for its times, as in a list of chapters"
    )
    #expect(try why("absent.txt") == nil)
    struct Shown: Decodable {
      struct Detected: Decodable {
        var notation: String?
        var why: String
      }
      var detected: Detected?
    }
    let shown = try Tool.run(["config", "--format", "json", "chapters.txt"], in: folder.root).json(Shown.self)
    #expect(shown.detected?.notation == nil)
    #expect(shown.detected?.why.contains("captions comes nearest") ?? false)
    #expect(try Tool.run(["config", "--format", "json"], in: folder.root).json(Shown.self).detected == nil)
  }

  @Test("docs/tapescript.schema.json is as `tapescript config --schema` writes it")
  func schema() throws {
    let text = try Repository.text("docs/tapescript.schema.json")
    #expect(try Tool.run(["config", "--schema"]).output == text.string(0..<text.count))
  }
}
