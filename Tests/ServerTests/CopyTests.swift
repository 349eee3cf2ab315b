import JSON
import Support
import Testing

@testable import Server

/// An open transcript with the words of another file says so by itself, as a check of the folder does.
@Suite struct CopyTests {
  private static func page(_ place: String) -> String {
    """
    Bo: What does the \(place) weigh, with everything that hangs on it? (0:03)

    Ines: Nine tons, with the chain of the \(place) and the wheels on both sides. (0:12)

    Bo: And the other \(place), by the mill, does it weigh the same? (0:15)

    Ines: The same as the first \(place), since it has the same smith. (0:19)

    Bo: So the smith of the \(place) lived by the weir. (0:25)

    """
  }

  private let client = Client()

  private func begin(_ folder: Folder, settings: String = "{}") {
    client.send(
      #"{"id": 1, "method": "initialize", "params": {"rootUri": "\#(folder.root.absoluteString)", "capabilities": {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}}}"#
    )
    _ = client.receive()
  }

  /// Waits until this is published about copies of a file.
  private func expect(_ messages: [String], of uri: String, line: Int = #line) {
    let found = client.receive { message in
      message["params"]["uri"].string == uri
        && (message["params"]["diagnostics"].array ?? []).filter { $0["code"].string == "transcript-duplicate" }
          .map { $0["message"].string ?? "" } == messages
    }
    #expect(!found.isEmpty, "line \(line): \(messages) does not come")
  }

  @Test func followsTheTextsAndTheFiles() throws {
    let folder = try Folder(["gate.txt": Self.page("gate")])
    begin(folder)
    let uri = folder.url("weir.txt").absoluteString
    client.open(uri, Self.page("gate"))
    expect([], of: uri)
    expect(["5 of the 5 long turns are also in gate.txt."], of: uri)

    // Another text, when the typing is over.
    change(uri, 2, Self.page("lock"))
    expect(["5 of the 5 long turns are also in gate.txt."], of: uri)
    client.pause()
    expect([], of: uri)

    // Another file.
    try folder.write(Self.page("lock"), to: "lock.txt")
    client.send(
      #"{"method": "workspace/didChangeWatchedFiles", "params": {"changes": [{"uri": "\#(folder.url("lock.txt").absoluteString)", "type": 1}]}}"#
    )
    expect(["5 of the 5 long turns are also in lock.txt."], of: uri)

    // Another text that is open, over the file.
    let other = folder.url("lock.txt").absoluteString
    client.open(other, Self.page("mill"))
    expect([], of: other)
    expect([], of: uri)
  }

  /// Nothing comes where the rule is off. What comes next is about the next message.
  @Test func onlyWhereTheRuleIsOn() throws {
    let folder = try Folder([
      "gate.txt": Self.page("gate"), "tapescript.json": #"{"rules": {"transcript-duplicate": "off"}}"#,
    ])
    begin(folder)
    let (uri, other) = (folder.url("weir.txt").absoluteString, folder.url("mill.txt").absoluteString)
    client.open(uri, Self.page("gate"))
    client.open(other, Self.page("mill"))
    client.pause()
    client.send(#"{"id": 2, "method": "workspace/symbol", "params": {"query": "gate"}}"#)
    let messages = client.receive { $0["id"].integer == 2 }
    #expect(messages.filter { $0["method"].string == "textDocument/publishDiagnostics" }.count == 2)
  }

  private func change(_ uri: String, _ version: Int, _ text: String) {
    var json = JSONWriter()
    json.value(text)
    client.send(
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(uri)", "version": \#(version)}, "contentChanges": [{"text": \#(String(decoding: json.bytes, as: UTF8.self))}]}}"#
    )
  }
}
