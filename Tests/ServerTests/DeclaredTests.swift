import JSON
import LSP
import SeededRandom
import Support
import Testing

/// A client is sent what it has declared and nothing else, whatever it declares.
@Suite struct DeclaredTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func nothingElse(seed: UInt64) throws {
    let declared = Declared(seed: seed)
    let folder = try Folder()
    let (page, captions) = (uri("lock.page.txt", in: folder), uri("lock.captions.txt", in: folder))
    let client = Client()
    client.send(#"{"id": 1, "method": "initialize", "params": {"capabilities": \#(declared.json)}}"#)
    let capabilities = try #require(client.receive()?["result"]["capabilities"])
    #expect((capabilities.member("diagnosticProvider") != nil) == declared.pulls)

    client.send(#"{"method": "initialized", "params": {}}"#)
    client.open(page, "Bo: What does the gate weigh? (0:03)\n\nIna: Nine tons, with the chain. (0:75)\n")
    client.open(captions, "0:03 What does the gate weigh?\n0:12 Ten tons, with the chain.\n")
    change(
      page, client,
      #"{"range": {"start": {"line": 2, "character": 39}, "end": {"line": 2, "character": 39}}, "text": " "}"#)
    var messages = answers(client, to: 2, "textDocument/hover", page)
    client.pause()
    if !declared.pulls { messages += client.receive { severities(of: "trailing-space", in: $0["params"]) == [4] } }
    try folder.write(#"{"rules": {"time-range": "hint"}}"#, to: "tapescript.json")
    let configuration = uri("tapescript.json", in: folder)
    client.send(
      #"{"method": "workspace/didChangeWatchedFiles", "params": {"changes": [{"uri": "\#(configuration)", "type": 1}]}}"#
    )
    if !declared.pulls { messages += client.receive { severities(of: "time-range", in: $0["params"]) == [4] } }
    client.send(#"{"method": "textDocument/didClose", "params": {"textDocument": {"uri": "\#(captions)"}}}"#)
    messages += answers(client, to: 3, "textDocument/diagnostic", page)

    for message in messages { expect(message, isAmong: declared) }
    let last = try #require(messages.last?["result"])
    #expect(severities(of: "time-range", in: last) == [4], "the configuration is heeded")
    #expect(severities(of: "trailing-space", in: last) == [4], "the pause is over")
  }

  private func severities(of rule: String, in diagnostics: JSONValue) -> [Int?] {
    let items = (diagnostics["items"].array ?? diagnostics["diagnostics"].array ?? []).filter {
      $0["code"].string == rule
    }
    return items.map { $0["severity"].integer }
  }

  private func expect(_ message: JSONValue, isAmong declared: Declared) {
    guard let method = message["method"].string else { return }
    switch method {
    case "textDocument/publishDiagnostics":
      #expect(!declared.pulls)
      let items = message["params"]["diagnostics"].array ?? []
      #expect(declared.related || !items.contains { $0.member("relatedInformation") != nil })
    case "workspace/configuration": #expect(declared.configuration)
    case "workspace/diagnostic/refresh": #expect(declared.refreshes && declared.pulls)
    case "client/registerCapability":
      for wish in message["params"]["registrations"].array ?? [] {
        switch wish["method"].string {
        case "workspace/didChangeWatchedFiles": #expect(declared.watches)
        case "workspace/didChangeConfiguration": #expect(declared.registersConfiguration)
        default: Issue.record("\(message.text)")
        }
      }
    default: Issue.record("\(message.text)")
    }
  }

  /// All messages up to the answer of a request.
  private func answers(_ client: Client, to id: Int, _ method: String, _ uri: String) -> [JSONValue] {
    client.send(
      #"{"id": \#(id), "method": "\#(method)", "params": {"textDocument": {"uri": "\#(uri)"}, "position": {"line": 0, "character": 1}}}"#
    )
    return client.receive { $0["id"].integer == id && $0.member("method") == nil }
  }

  private func change(_ uri: String, _ client: Client, _ change: String) {
    client.send(
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(uri)", "version": 2}, "contentChanges": [\#(change)]}}"#
    )
  }

  private func uri(_ name: String, in folder: Folder) -> String { folder.url(name).absoluteString }
}

/// What a client may declare of what a server then may send.
private struct Declared {
  let configuration: Bool
  let registersConfiguration: Bool
  let watches: Bool
  let refreshes: Bool
  let publishes: Bool
  let related: Bool
  let asks: Bool

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func toss() -> Bool { Bool.random(using: &generator) }
    (configuration, registersConfiguration, watches, refreshes) = (toss(), toss(), toss(), toss())
    publishes = toss()
    related = publishes && toss()
    asks = toss()
  }

  /// Whether diagnostics are to be asked for.
  var pulls: Bool { asks && (refreshes || !publishes) }

  var json: String {
    #"""
    {"workspace": {"configuration": \#(configuration), "diagnostics": {"refreshSupport": \#(refreshes)},
    "didChangeConfiguration": {"dynamicRegistration": \#(registersConfiguration)},
    "didChangeWatchedFiles": {"dynamicRegistration": \#(watches)}},
    "textDocument": {"diagnostic": \#(asks ? "{}" : "null"),
    "publishDiagnostics": \#(publishes ? #"{"relatedInformation": \#(related)}"# : "null")}}
    """#
  }
}
