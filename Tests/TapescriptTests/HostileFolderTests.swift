import Foundation
import Support
import Testing

/// A folder that was unpacked or cloned, as somebody hands it to the tool.
@Suite(.enabled(if: Shell.isAvailable, "bash is not here")) struct HostileFolderTests {
  /// Where the current directory is the folder itself, or one above it that is no place to work in.
  @Test func aConfigurationReadsNothingOutside() throws {
    let secret = #"{"lantern4711": "lantern4712"}"#
    let folder = try Folder([
      "user/secret.json": secret, "user/note.md": "---\nname: Lantern\n---\n", "user/clone/.git/info/exclude": "",
      "user/clone/a.txt": Talk.healthy, "user/clone/tapescript.json": #"{"extends": "../secret.json"}"#,
    ])
    for (line, place) in [
      ("cd user/clone; tapescript check a.txt", "user/clone"), ("cd user; tapescript check clone", "user/clone"),
      ("tapescript config user/clone/a.txt", "user/clone"),
    ] {
      let result = try Shell.run(line, in: folder)
      #expect(result.code == 2 && result.complaints.contains("it is outside of the workspace"), "\(result)")
      #expect(!(result.output + result.complaints).contains("lantern") && result.complaints.contains(place))
    }
    // A link of the configuration's own name is no better.
    let link = try Shell.run(
      "cd user/clone; rm tapescript.json; ln -s ../secret.json tapescript.json; tapescript check .", in: folder)
    #expect(link.code == 2 && !link.complaints.contains("lantern"), "\(link)")
    // Whoever names a file means it.
    #expect(try Shell.run("cd user/clone; tapescript check --config ../note.md a.txt", in: folder).code == 2)
    let named = try Shell.run(
      "cd user/clone; echo '{}' > ../own.json; tapescript check --config ../own.json a.txt", in: folder)
    #expect(named.code == 0, "\(named)")
  }

  @Test func peopleAreNotSoughtAllOverTheMachine() throws {
    let folder = try Folder([
      "user/ida.md": "---\nname: Ida\n---\n", "user/clone/p/tove.md": "---\nname: Tove\n---\n",
      "user/clone/a.txt": Talk.healthy,
      "user/clone/tapescript.json": """
      {"people": {"files": ["../../../../../../**/*.md", "../*.md", "p/**/*.md"], "key": "name"},
       "speakers": [{"name": "Tove", "host": true}], "rules": {"speaker-unknown": "error"}}
      """,
    ])
    let result = try Shell.run(
      "cd user/clone; ln -s . p/round; ln -s . p/again; ln -s ../.. p/out; tapescript check a.txt", in: folder)
    // Nobody called Ida is known here.
    #expect(result.code == 1 && result.output.contains("speaker-unknown"), "\(result)")
  }

  /// Tried one by one, the ways to match these would take longer than anybody lives.
  @Test(arguments: ["tapescript.json", ".gitignore"])
  func patternsWithManyStars(file: String) throws {
    let pattern = String(repeating: "**/a/", count: 12) + "**/z"
    let deep = Array(repeating: "a", count: 28).joined(separator: "/")
    let folder = try Folder([
      "\(deep)/a.txt": Talk.healthy, "\(deep)/z/b.txt": Talk.faulty, ".git/info/exclude": "",
      file: file == ".gitignore" ? pattern + "\n" : "{\"exclude\": \"\(pattern)\"}",
    ])
    let result = try Tool.check("-q", ".", in: folder.root)
    #expect(result.code == 0 && result.complaints.isEmpty, "\(result)")
  }

  @Test func theMistakesOfManyConfigurationsAreCounted() throws {
    let keys = (0..<300).map { "\"key\($0)\": 1" }.joined(separator: ", ")
    var files: [String: String] = [:]
    for number in 0..<5 {
      files["\(number)/tapescript.json"] = "{\(keys)}"
      files["\(number)/a.txt"] = Talk.healthy
    }
    let folder = try Folder(files)
    let lines = try Shell.run("tapescript check .", in: folder).complaints.split(separator: "\n")
    #expect(lines.count == 201 && lines.last == "tapescript: and 305 more mistakes")
  }

  /// Names and texts that a terminal would act on, through everything that lists them.
  @Test(.enabled(if: Terminal.isAvailable, "script(1) is not here to stand for a terminal"))
  func namesAndTexts() throws {
    let evil = "\u{1B}]0;title\u{7}\u{9B}2J\u{202E}"
    let folder = try Folder([
      "d/a\(evil).txt": Talk.faulty.replacing("The owner", with: "The  own\(evil)er"),
      "d/b\(evil).bin": "shopping list\n",
    ])
    let place = folder.url("d").path(percentEncoded: false)
    let formats = [
      "full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson",
    ]
    for arguments in formats.map({ "check --format \($0)" }) + [
      "check --diff", "check --show-files -v", "check --show-settings", "check -v", "check --statistics", "stats",
      "check --color always", "check --color always --diff", "check --fix",
    ] {
      let seen = try Terminal.run(
        "\(arguments) --color never '\(place)'".replacing(
          "--color always --diff --color never", with: "--color always --diff"
        ).replacing(
          "--color always --color never", with: "--color always"), [:])
      let shown = seen.split(separator: "\n").dropFirst().joined(separator: "\n")
      #expect(!shown.contains("\u{1B}]") && !shown.contains("\u{7}") && !shown.contains("\u{9B}"), "\(arguments)")
      #expect(!shown.contains("\u{202E}"), "\(arguments)")
    }
  }
}
