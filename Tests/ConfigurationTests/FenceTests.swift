import Configuration
import Rules
import Testing

/// A configuration is a stranger's: what it may read, and how much.
@Suite struct FenceTests {
  private func mistakes(_ disk: Disk, _ path: String = "/repo/a.txt", workspaces: [String] = []) -> [String] {
    var store = ConfigurationStore(.nearest, disk, workspaces: workspaces)
    _ = store.chain(for: path)
    return store.chains.flatMap(\.links).flatMap(\.mistakes).map(\.message)
  }

  private func extending(_ path: String) -> [String: String] {
    [
      "/repo/tapescript.json": #"{"extends": "\#(path)"}"#, "/secret.json": #"{"lantern4711": "lantern4712"}"#,
      "/key.pem": "lantern4711 lantern4712", "/repo/own.json": "{}", "/repository/own.json": "{}",
      "/repo/sub/own.json": "{}",
    ]
  }

  @Test(arguments: ["/secret.json", "../secret.json", "link.json", "dir/secret.json", "../repository/own.json"])
  func whatIsOutsideIsNotRead(path: String) {
    let disk = Disk(files: extending(path), links: ["/repo/link.json": "/secret.json", "/repo/dir": "/"])
    #expect(mistakes(disk) == ["“\(path)” cannot be read: it is outside of the workspace /repo"])
  }

  @Test(arguments: ["own.json", "./sub/../own.json", "/repo/own.json", "round/own.json", "../repo/own.json"])
  func whatIsInsideIs(path: String) {
    #expect(mistakes(Disk(files: extending(path), links: ["/repo/round": "/repo"])) == [])
  }

  /// Whatever is read that is no configuration, no word of it is repeated.
  @Test func wordsOfAFileThatIsNoConfiguration() {
    let disk = Disk(files: extending("../key.pem"))
    let found = mistakes(disk, workspaces: ["/"])
    #expect(found.count == 1)
    #expect(!found.joined().contains("lantern"), "\(found)")
  }

  @Test func theWorkspaceIsTheRepositoryOrWhatIsOpen() {
    var disk = Disk(files: [
      "/w/base.json": "{}", "/w/repo/tapescript.json": #"{"extends": "../base.json"}"#, "/w/repo/sub/a.txt": "",
    ])
    #expect(mistakes(disk, "/w/repo/a.txt").count == 1)
    #expect(mistakes(disk, "/w/repo/a.txt", workspaces: ["/elsewhere", "/w"]).isEmpty)
    #expect(mistakes(disk, "/w/repo/a.txt", workspaces: ["/w/repo", "/w"]).count == 1)
    // No folder is open, and no path is in it.
    #expect(mistakes(disk, "/w/repo/a.txt", workspaces: ["", "untitled"]).count == 1)
    disk.repositories = ["/w"]
    #expect(mistakes(disk, "/w/repo/a.txt").isEmpty)
    disk.repositories = ["/w", "/w/repo"]
    #expect(mistakes(disk, "/w/repo/a.txt", workspaces: ["/w"]).count == 1)
  }

  @Test func whatTheUserNamesIsReadWhereverItIs() {
    let disk = Disk(
      files: ["/secret.json": #"{"failOn": "hint"}"#, "/user/base.json": "{}"],
      links: ["/user/mine.json": "/secret.json", "/user/tapescript.json": "/secret.json"])
    var named = ConfigurationStore(.file("/user/mine.json"), disk)
    #expect(named.settings(for: "/elsewhere/a.txt").failOn == .hint)
    // The same link is not followed where nobody has named it.
    #expect(
      mistakes(disk, "/user/a.txt")
        == ["The configuration cannot be read: it is outside of the workspace /user"])
  }

  @Test func eachFileCountsOnce() {
    var files = ["/24.json": #"{"failOn": "hint"}"#, "/tapescript.json": #"{"extends": ["1.json", "1.json"]}"#]
    for i in 1..<24 { files["/\(i).json"] = #"{"extends": ["\#(i + 1).json", "./\#(i + 1).json"]}"# }
    var store = ConfigurationStore(.nearest, Disk(files: files))
    #expect(store.settings(for: "/a.txt").failOn == .hint)
    #expect(store.chains[0].links.count == 25)
    #expect(store.chains[0].links.flatMap(\.mistakes) == [])
  }

  @Test func aChainThatDoesNotEnd() {
    var files = ["/tapescript.json": #"{"extends": "1.json"}"#]
    for i in 1...20_000 { files["/\(i).json"] = #"{"extends": "\#(i + 1).json"}"# }
    #expect(
      mistakes(Disk(files: files), "/a.txt")
        == ["More than 64 files are extended; “64.json” and all after it are left out"])
    // What is not there counts, too: to ask for a hundred thousand files takes time.
    let many = (0..<100_000).map { "\"\($0).jsonc\"" }.joined(separator: ", ")
    let found = mistakes(Disk(files: ["/tapescript.json": "{\"extends\": [\(many)]}"]), "/a.txt")
    #expect(found.count == 64)
    #expect(found.last?.hasPrefix("More than 64 files") == true)
  }

  @Test func filesThatAreTooLarge() {
    let blanks = String(repeating: " ", count: 1_900_000)
    var files = ["/tapescript.json": #"{"extends": ["1.json", "2.json", "3.json", "4.json", "5.json"]}"#]
    for i in 1...5 { files["/\(i).json"] = "{\(blanks)}" }
    #expect(
      mistakes(Disk(files: files), "/a.txt")
        == ["The files that are extended are larger than 8 MB together; “5.json” is left out"])
    files = ["/tapescript.json": "{\(blanks)\(blanks)}"]
    #expect(mistakes(Disk(files: files), "/a.txt") == ["The configuration is larger than 2 MB"])
  }

  // MARK: People, siblings, chapters

  private func people(_ patterns: String, _ disk: Disk) -> [String] {
    var disk = disk
    disk.files["/repo/site/tapescript.json"] = #"{"people": {"files": \#(patterns), "key": "name"}}"#
    var store = ConfigurationStore(.nearest, disk)
    let settings = store.settings(for: "/repo/site/a.txt")
    return store.people(of: store.neighbours(of: "/repo/site/a.txt", settings))?.names.values.sorted() ?? []
  }

  @Test func peopleAreSoughtInTheWorkspaceOnly() {
    func page(_ name: String) -> String { "---\nname: \(name)\n---\n" }
    let disk = Disk(
      files: [
        "/user/ines.md": page("Ines"), "/repo/people/bo.md": page("Bo"), "/repo/site/people/tove.md": page("Tove"),
        "/repo/site/people/old/ida.md": page("Ida"),
      ],
      links: [
        "/repo/site/people/round": "/repo/site/people", "/repo/site/people/again": "/repo/site",
        "/repo/site/people/out": "/user", "/repo/site/people/ines.md": "/user/ines.md",
      ], repositories: ["/repo"])
    #expect(people(#""people/*.md""#, disk) == ["Tove"])
    #expect(people(#""people/**/*.md""#, disk) == ["Ida", "Tove"])
    #expect(people(#""../people/*.md""#, disk) == ["Bo"])
    #expect(people(#"["../people/*.md", "people/*.md"]"#, disk) == ["Bo", "Tove"])
    #expect(people(#"["**/*.md", "!**/old/*"]"#, disk) == ["Tove"])
    #expect(people(#""/people/*.md""#, disk) == ["Tove"])
    // All of the repository, however many directories it goes up to; nothing of the home.
    #expect(people(#""../**/*.md""#, disk) == ["Bo", "Ida", "Tove"])
    #expect(people(#""../../../../**/*.md""#, disk) == [])
    #expect(people(#""../../user/*.md""#, disk) == [])
    #expect(people(#""/user/*.md""#, disk) == [])
  }

  /// With two links in a directory to itself there are as many names for a file as one likes to write.
  @Test func eachDirectoryIsSearchedOnce() {
    let disk = Disk(
      files: ["/repo/site/p/tove.md": "---\nname: Tove\n---\n"],
      links: ["/repo/site/p/a": "/repo/site/p", "/repo/site/p/b": "/repo/site/p"])
    #expect(people(#""p/**/*.md""#, disk) == ["Tove"])
  }

  @Test(arguments: [
    #"{"siblings": "../../user/{stem}.txt"}"#, #"{"siblings": "/user/{stem}.txt"}"#, #"{"siblings": "{stem}.out.txt"}"#,
    #"{"chapters": "/user/{stem}.list"}"#, "{}",
  ])
  func filesAroundAreThoseOfTheWorkspace(configuration: String) {
    let talk = "0:03 What does the gate weigh?\n0:12 Nine tons.\n"
    let disk = Disk(
      files: [
        "/repo/site/tapescript.json": configuration, "/repo/site/a.txt": talk, "/user/a.txt": talk,
        "/user/a.list": "0:00 Start\n0:05 End\n",
      ],
      links: ["/repo/site/a.out.txt": "/user/a.txt", "/repo/site/a.md": "/user/a.txt"], repositories: ["/repo"])
    var store = ConfigurationStore(.nearest, disk)
    var rules = Settings()
    for rule in Rule.all { rules.choices[rule.id] = .init(isOn: true) }
    let neighbours = store.neighbours(of: "/repo/site/a.txt", store.settings(for: "/repo/site/a.txt"))
    let found = neighbours.surroundings(for: rules, people: store.people(of: neighbours), disk)
    #expect(found.siblings.isEmpty && found.chapters == nil)
  }
}
