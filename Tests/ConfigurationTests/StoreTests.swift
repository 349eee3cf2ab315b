import Configuration
import Formats
import Rules
import Support
import Testing

/// Which configuration holds for a file, and what it comes to.
@Suite struct StoreTests {
  private func settings(_ files: [String: String], _ path: String, _ source: ConfigurationStore.Lookup = .nearest)
    -> FileSettings
  {
    var store = ConfigurationStore(source, Disk(files: files), workspaces: ["/"])
    let settings = store.settings(for: path)
    #expect(store.chains.flatMap(\.links).flatMap(\.mistakes) == [])
    return settings
  }

  /// The lines of the listing that somebody has written, as `key = value (path:line:column)`.
  private func written(_ settings: FileSettings) -> [String] {
    settings.lines.compactMap { line in
      line.origin.map { "\(line.key) = \(line.value) (\($0.path):\($0.line):\($0.column))" }
    }
  }

  @Test func theClosestWinsAndNothingIsMerged() {
    let files = [
      "/a/tapescript.json": #"{"failOn": "hint", "rules": {"time-order": "off"}}"#,
      "/a/b/tapescript.json": #"{"rules": {"time-range": "off"}}"#,
    ]
    #expect(
      written(settings(files, "/a/x.txt")) == [
        "failOn = hint (/a/tapescript.json:1:12)", "rules.time-order = off (/a/tapescript.json:1:44)",
      ])
    for path in ["/a/b/x.txt", "/a/b/c/d/x.txt"] {
      #expect(written(settings(files, path)) == ["rules.time-range = off (/a/b/tapescript.json:1:26)"])
    }
    #expect(settings(files, "/x.txt") == FileSettings())
    #expect(settings(files, "/a/b/x.txt", .none) == FileSettings())
    #expect(settings(files, "/elsewhere/x.txt", .file("/a/tapescript.json")).failOn == .hint)
  }

  @Test func aNotationOfOnesOwn() {
    let files = [
      "/base.json": #"{"notations": {"ours": "<{speaker}> {text} @{time}", "old": "{time} {text}~"}}"#,
      "/base2.json": #"{"notations": {"ours": "<{speaker}> {text} @{time}"}}"#,
      "/a/tapescript.json": #"{"extends": "../base2.json", "notations": {"talks/*.txt": "ours"}}"#,
      "/b/tapescript.json": #"{"extends": "../base2.json", "notations": {"ours": "{time} - {text}", "*": "theirs"}}"#,
    ]
    let talk = settings(files, "/a/talks/x.txt").notation
    #expect(talk.name == "ours")
    #expect(talk.known.own.map(\.template.source) == ["<{speaker}> {text} @{time}"])
    #expect(settings(files, "/a/x.txt").notation == NotationChoice(known: talk.known))
    // A later one takes the place of an earlier one; one that nobody has is a mistake at its place.
    var store = ConfigurationStore(.nearest, Disk(files: files), workspaces: ["/"])
    #expect(store.settings(for: "/b/x.txt").notation.known.own.map(\.template.source) == ["{time} - {text}"])
    let mistakes = store.chains.flatMap(\.links).flatMap(\.mistakes)
    #expect(
      mistakes.map(\.message) == ["A notation cannot be “theirs”; “tapescript convert --help” names all"])
  }

  @Test func whatIsExtendedIsBelow() {
    let files = [
      "/base.json": """
      {
        "failOn": "warning",
        "profile": "everything",
        "rules": {"time-order": "hint", "time-range": {"severity": "hint"}},
        "speakers": ["Ida", {"name": "Tove", "host": true}],
        "glossary": {"Lampe": "lamp"},
        "overrides": [{"files": "a/*.md", "failOn": "hint"}],
        "exclude": ["drafts/"]
      }
      """,
      "/a/tapescript.json": """
      {
        "extends": "../base.json",
        "rules": {"time-order": "off"},
        "speakers": [{"name": "Ida", "aliases": ["I."]}],
        "glossary": {"Lampe": "lantern"}
      }
      """,
    ]
    let found = settings(files, "/a/x.md")
    let rules = Rule.all.map { "rules.\($0.id)" }
    let lines = written(found)
    #expect(
      lines.filter { !$0.contains("base.json:3:14") } == [
        "failOn = hint (/base.json:7:47)",
        "speakers.Ida = also I. (/a/tapescript.json:4:16)",
        "speakers.Tove = host (/base.json:5:23)",
        "glossary.Lampe = lantern (/a/tapescript.json:5:25)",
        "rules.time-order = off (/a/tapescript.json:3:27)",
        "rules.time-range = hint (/base.json:4:62)",
      ])
    // The profile has turned on everything else.
    #expect(lines.count { $0.contains("base.json:3:14") } == rules.count - 2 + 1)
    #expect(Rule.all.allSatisfy { found.rules.isOn($0) == ($0.id != "time-order") })
    #expect(settings(files, "/a/x.txt").failOn == .warning)
    // Patterns start from the directory of the file in which they stand.
    #expect(!settings(files, "/a/drafts.txt").isExcluded)
    #expect(settings(files, "/drafts/a.txt").isExcluded == false)
    #expect(settings(files, "/drafts/a.txt", .file("/base.json")).isExcluded)
  }

  @Test func laterOverridesHaveTheLastWord() {
    let files = [
      "/tapescript.json": """
      {"notations": {"*.txt": "captions", "page/*": "page"},
       "overrides": [{"files": ["live/*", "!live/b.txt"], "rules": {"time-order": "off"}},
                     {"files": "live/c.txt", "notation": "blog", "rules": {"time-order": "hint"}}]}
      """
    ]
    let order = Rule.named("time-order")!
    func seen(_ path: String) -> [String] {
      let found = settings(files, path)
      return [found.notation.name ?? "-", found.rules.isOn(order) ? found.rules.severity(of: order).name : "off"]
    }
    #expect(seen("/a.txt") == ["captions", "error"])
    #expect(seen("/deep/er/a.txt") == ["captions", "error"])
    #expect(seen("/page/a.txt") == ["page", "error"])
    #expect(seen("/deep/page/a.md") == ["-", "error"])
    #expect(seen("/live/a.txt") == ["captions", "off"])
    #expect(seen("/live/b.txt") == ["captions", "error"])
    #expect(seen("/live/c.txt") == ["blog", "hint"])
  }

  @Test func onOffAndSeverity() {
    let rule = Rule.named("time-order")!
    for (text, isOn, severity) in [
      (#""off""#, false, Severity.error), (#""on""#, true, .error), (#""hint""#, true, .hint), (#"{}"#, true, .error),
      (#"{"severity": "off"}"#, false, .error), (#"{"severity": "information"}"#, true, .information),
    ] {
      let found = settings(["/tapescript.json": #"{"rules": {"time-order": \#(text)}}"#], "/x.txt").rules
      #expect(found.isOn(rule) == isOn, "\(text)")
      #expect(found.severity(of: rule) == severity, "\(text)")
    }
  }

  @Test func whatIsExcluded() {
    var store = ConfigurationStore(
      .nearest,
      Disk(files: [
        "/a/tapescript.json": #"{"exclude": ["drafts/", "*.bak.txt", "/old", "!keep.bak.txt"]}"#,
        "/a/b/tapescript.json": "{}",
      ]))
    for (path, isExcluded) in [
      ("/a/drafts/x.txt", true), ("/a/c/drafts/d/x.txt", true), ("/a/drafts", false), ("/a/x.bak.txt", true),
      ("/a/keep.bak.txt", false), ("/a/old/x", true), ("/a/c/old/x", false), ("/a/b/drafts/x.txt", false),
    ] {
      #expect(store.settings(for: path).isExcluded == isExcluded, "\(path)")
    }
    #expect(store.chain(in: "/a")?.excludes("/a/drafts", isDirectory: true) == true)
  }

  @Test(arguments: [
    ("\"./tapescript.json\"", "“./tapescript.json” extends this file: they go round in a circle"),
    ("[\"round.json\"]", nil), ("\"none.json\"", "There is no file “none.json” to extend"),
    ("\"locked.json\"", "“locked.json” cannot be read: Permission denied"),
  ])
  func extendedInVain(extends: String, message: String?) {
    var store = ConfigurationStore(
      .nearest,
      Disk(files: [
        "/tapescript.json": #"{"failOn": "hint", "extends": \#(extends)}"#, "/locked.json": "(locked)",
        "/round.json": #"{"extends": "tapescript.json"}"#,
      ]))
    #expect(store.settings(for: "/a.txt").failOn == .hint)
    let links = store.chains[0].links
    #expect(links.last?.mistakes.map(\.message) == (message.map { [$0] } ?? []))
    if message == nil {
      #expect(links[0].path == "/round.json")
      #expect(
        links[0].mistakes.map(\.message) == ["“tapescript.json” extends this file: they go round in a circle"])
    }
  }

  /// Whoever watches files has to know of all that are part of a configuration, also of one that is still missing.
  @Test func whatAConfigurationConsistsOf() {
    let disk = Disk(files: [
      "/a/tapescript.json": #"{"extends": ["../base.jsonc", "none.json"]}"#, "/base.jsonc": #"{"extends": "more"}"#,
      "/more": "{}",
    ])
    var store = ConfigurationStore(.nearest, disk, workspaces: ["/"])
    #expect(store.paths == [])
    _ = store.chain(for: "/a/x.txt")
    #expect(store.paths == ["/a/tapescript.json", "/base.jsonc", "/a/none.json", "/more"])
    #expect(store.endings == ["jsonc", "json", "*"])
    #expect(store.place(for: "/a/b/x.txt") == "/a/tapescript.json")
    #expect(store.place(for: "/x.txt") == nil)
    store.fallback = ConfigurationChain(path: "/w/settings", Array(#"{"extends": "own.json"}"#.utf8), disk)
    #expect(store.paths.contains("/w/own.json"))
    #expect(!store.paths.contains("/w/settings"))
  }

  @Test func aConfigurationThatCannotBeReadIsAMistakeAndNotAnAbsence() {
    var store = ConfigurationStore(.nearest, Disk(files: ["/a/tapescript.json": "(locked)", "/tapescript.json": "{}"]))
    let chain = store.chain(for: "/a/x.txt")
    #expect(chain?.links.map(\.path) == ["/a/tapescript.json"])
    #expect(
      chain?.links[0].mistakes.map(\.message) == ["The configuration cannot be read: Permission denied"])
  }

  @Test func changesAreSeenWhenTheOldIsForgotten() {
    let disk = Changing()
    var store = ConfigurationStore(.nearest, disk)
    #expect(store.settings(for: "/a/x.txt").failOn == nil)
    disk.text = #"{"failOn": "hint"}"#
    #expect(store.settings(for: "/a/x.txt").failOn == nil)
    store.forget()
    #expect(store.settings(for: "/a/x.txt").failOn == .hint)
  }

  @Test func whatAnEditorSentHoldsWhereNoFileIs() {
    let disk = Disk(files: ["/a/tapescript.json": "{}"])
    var store = ConfigurationStore(.nearest, disk)
    store.fallback = ConfigurationChain(path: "/w/settings", Array(#"{"notations": {"/x.txt": "page"}}"#.utf8), disk)
    #expect(store.settings(for: "/w/x.txt").notation.name == "page")
    #expect(store.settings(for: "/w/v/x.txt").notation.name == nil)
    #expect(store.settings(for: "/a/x.txt").notation.name == nil)
    store.fallback = nil
    #expect(store.settings(for: "/w/x.txt").notation.name == nil)
  }

  private final class Changing: FileSystem, @unchecked Sendable {
    var text: String?

    func read(_ path: String) -> FileContent {
      path == "/a/tapescript.json" ? text.map { .bytes(Array($0.utf8)) } ?? .absent : .absent
    }

    func entries(of directory: String) -> [String] { [] }
  }

  /// Each file has what is said of it, in whatever order files are asked for, though most of it is worked out once.
  @Test func manyFilesOfOneConfiguration() {
    let files = [
      "/tapescript.json": """
      {"failOn": "hint", "exclude": ["drafts/"], "overrides": [
        {"files": "*.md", "failOn": "warning"}, {"files": "a/*", "glossary": {"oyl": "oil"}}]}
      """,
      "/b/tapescript.json": #"{"overrides": [{"files": "*.md", "failOn": "error"}]}"#,
    ]
    var store = ConfigurationStore(.nearest, Disk(files: files), workspaces: ["/"])
    let paths = ["/x.md", "/x.txt", "/a/x.md", "/a/x.txt", "/drafts/x.md", "/b/x.md", "/b/x.txt"]
    for path in paths + paths.reversed() {
      #expect(store.settings(for: path) == settings(files, path), "\(path)")
    }
    #expect(store.settings(for: "/drafts/x.md").isExcluded && !store.settings(for: "/x.md").isExcluded)
    #expect(
      store.settings(for: "/a/x.md").rules.glossary.count == 1 && store.settings(for: "/a/x.md").failOn == .warning)
    // What an editor sends takes the place of what it sent before.
    var empty = ConfigurationStore(.nearest, Disk(files: [:]), workspaces: ["/"])
    for severity in [Severity.hint, .error] {
      empty.fallback = empty.chain(of: Array(#"{"failOn": "\#(severity.name)"}"#.utf8), at: "/settings")
      #expect(empty.settings(for: "/x.md").failOn == severity)
    }
  }

  /// The work for a large glossary is done once, not for each file.
  @Test func largeGlossary() {
    let terms = (0..<2_000).map { #""wrong\#($0)word": "Right\#($0)""# }.joined(separator: ", ")
    let disk = Disk(files: ["/tapescript.json": "{\"glossary\": {\(terms)}}"])
    func work(_ count: Int) -> Duration {
      (0..<3).map { _ in
        processorTime {
          var store = ConfigurationStore(.nearest, disk, workspaces: ["/"])
          for number in 0..<count { _ = store.settings(for: "/\(number).md") }
        }
      }.min()!
    }
    let (one, many) = (work(1), work(200))
    #expect(many < one * 10, "\(one) for one file, \(many) for 200")
  }
}
