import Foundation
import JSON
import LSP
import Support
import Testing

/// The language server says what `tapescript check --format json` says, of an archive in which every key of the configuration
/// has something to say.
@Suite struct SameAsConfiguredCheckTests {
  private static let page = """
    Bo: What does the lower gate weigh, with everything on it? (0:03)

    Ines: Nine tons, with the chain and the weels on both sides. (0:12)

    Bo: And the other one, by the lok mill, does it weigh the same? (0:15)

    At the weir

    Ines: The same, since it has the same smith and the same oak. (0:19)

    Harald: So he lived by the weir and never once saw the sea. (0:25)

    Ines: Nor did his father, who built the first of them in spring. (0:3)

    """

  private static let captions = """
    0:03 What does the lower gate weigh, with everything on it?
    0:12 Nine tons, with the chain and the wheels on both sides.
    0:15 And the other one, by the lok mill, does it weigh the same?
    0:19 The same, since it has the same smith and the same oak.
    0:25 So he lived by the weir and never once saw the sea.
    0:31 Nor did his father, who built the first of them in spring.

    """

  private static let frontMatter = """
    ---
    title: The Lock Keeper
    guests:
    - ineshlom
    transcript:
    - header: At the gate
    - line: What does the lok gate weigh?
      sec: 3
      time: '0:03'
      woh: Bo
    - line: Nine tons.
      sec: 12
      time: '0:12'
      who: Ines
    ---

    """

  private static let files = [
    "page/lock.txt": page, "captions/lock.txt": captions, "live/keeper.md": frontMatter, "live/weir.page.txt": page,
    "live/weir.captions.txt": captions, "drafts/lock.txt": page, "strict/mill.txt": page,
    "chapters/lock.list": "00:00 At the lock\n00:17 At the weir\n05:00 Spring\n",
    "_people/inesholm.md": "---\ntitle: Ines Holm\n---\n", "_people/bolund.md": "---\ntitle: Bo Lund\n---\n",
    "base.json": #"{"failOn": "warning", "rules": {"speaker-unknown": "information"}}"#,
    "tapescript.json": """
    {
      "extends": "base.json",
      "rules": {"double-space": "off", "quote-style": "on"},
      "exclude": ["drafts/", "_people/", "chapters/"],
      "notations": {"captions/*": "captions"},
      "speakers": [{"name": "Bo", "host": true}, {"name": "Ines Holm", "aliases": ["The Keeper"]}],
      "glossary": {"lok": "lock"},
      "people": {"files": "_people/*.md", "key": "title"},
      "chapters": "../chapters/{stem}.list",
      "overrides": [
        {"files": "page/*", "siblings": ["../captions/{stem}.txt", "../nowhere/{stem}.txt"]},
        {"files": "live/*", "rules": {"time-malformed": "hint"}, "glossary": {"tons": "tonnes"}},
        {"files": "strict/*", "profile": "everything"},
      ],
    }
    """,
  ]

  /// Without opening a file: everything that a check of the folder finds, copies of transcripts included.
  @Test func theWholeFolder() throws {
    let folder = try Folder(Self.files)
    let checked = try Set(check(folder.root))
    #expect(checked.contains { $0.rule == "transcript-duplicate" })
    let client = Client()
    client.send(
      #"""
      {"id": 1, "method": "initialize", "params": {"rootUri": "\#(folder.root.absoluteString)",
      "capabilities": {"general": {"positionEncodings": ["utf-32"]}, "textDocument": {"diagnostic": {}}}}}
      """#)
    _ = client.receive()
    client.send(#"{"id": 2, "method": "workspace/diagnostic", "params": {"previousResultIds": []}}"#)
    let reports = try #require(client.receive()?["result"]["items"].array)
    let prefix = folder.root.absoluteString + "/"
    let told = reports.flatMap { report in
      let name = report["uri"].string?.replacing(prefix, with: "") ?? ""
      return (report["items"].array ?? []).map { ReportedFinding(name, $0) }
    }
    #expect(Set(told) == checked)
    #expect(told.count == checked.count)
  }

  @Test func anArchiveWithAConfiguration() throws {
    let folder = try Folder(Self.files)
    let checked = try check(folder.root)
    // Which transcripts are copies of each other only the command line knows: it has been told which belong together.
    #expect(checked.contains { $0.rule == "transcript-duplicate" })
    let expected = Set(checked.filter { $0.rule != "transcript-duplicate" })
    #expect(try Set(serve(folder.root)) == expected)
    let heard = Set(expected.map { "\($0.file): \($0.rule)" })
    #expect(
      heard.isSuperset(of: [
        "page/lock.txt: sibling-out-of-sync", "page/lock.txt: chapters-out-of-sync", "page/lock.txt: speaker-unknown",
        "live/weir.page.txt: sibling-out-of-sync", "live/weir.captions.txt: sibling-out-of-sync",
        "live/keeper.md: front-matter-guest", "live/keeper.md: yaml-unknown-key", "captions/lock.txt: glossary",
        "live/keeper.md: glossary",
      ]), "\(heard.sorted())")
    #expect(!heard.contains { $0.hasPrefix("drafts") || $0.hasSuffix("speaker-malformed") })
    #expect(
      expected.contains { $0.file == "live/weir.page.txt" && $0.rule == "time-malformed" && $0.severity == "hint" })
  }

  private func check(_ folder: URL) throws -> [ReportedFinding] {
    let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "tapescript")
    let report = folder.appending(path: "report.json")
    let process = Process()
    process.executableURL = tool
    process.arguments = ["check", "--format", "json", "--output-file", report.path(), "--exit-zero", "."]
    process.currentDirectoryURL = folder
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: report) }
    return try JSONDecoder().decode([ReportedFinding].self, from: Data(contentsOf: report)).map(\.headline)
  }

  /// What is published when every transcript is opened.
  private func serve(_ folder: URL) throws -> [ReportedFinding] {
    let client = Client()
    client.initialize()
    return try Self.files.keys.filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".list") }.sorted().flatMap { name in
      let uri = "file://" + folder.appending(path: name).path()
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      client.open(uri, text)
      let published = client.receive { $0["params"]["uri"].string == uri }.last
      return (published?["params"]["diagnostics"].array ?? []).map { ReportedFinding(name, $0) }
    }
  }
}

extension ReportedFinding {
  fileprivate init(_ file: String, _ json: JSONValue) {
    let severities = ["", "error", "warning", "information", "hint"]
    func place(_ end: String, _ name: String) -> Int { (json["range"][end][name].integer ?? -2) + 1 }
    self.init(
      file: file, rule: json["code"].string ?? "", severity: severities[json["severity"].integer ?? 0],
      message: json["message"].string ?? "", line: place("start", "line"), column: place("start", "character"),
      endLine: place("end", "line"), endColumn: place("end", "character"))
  }
}
