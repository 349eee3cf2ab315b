import JSON
import Support
import Testing

@testable import Server

/// Edits of many files are worked out beside the session, and are of no use for other texts than those that were read.
@Suite struct FolderEditTests {
  private static let text = "[00:00] Ada: Good evening.\n\n[00:07] Bo: Good evening.\n\n[00:09] Ada: What is it?\n"

  /// What happens to the documents before the edits are known.
  enum Event: CaseIterable {
    case typedInIt, typedInAnother, opened, closed
  }

  private func frame(_ event: Event, _ folder: Folder) -> String {
    let (own, other) = (folder.url("0.txt").absoluteString, folder.url("1.txt").absoluteString)
    func change(_ uri: String) -> String {
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(uri)", "version": 2}, "contentChanges": [{"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "\n\n"}]}}"#
    }
    switch event {
    case .typedInIt: return change(own)
    case .typedInAnother: return change(other)
    case .opened:
      let uri = folder.url("2.txt").absoluteString
      return
        #"{"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "\#(uri)", "languageId": "plaintext", "version": 1, "text": "Other words"}}}"#
    case .closed:
      return #"{"method": "textDocument/didClose", "params": {"textDocument": {"uri": "\#(other)"}}}"#
    }
  }

  @Test(arguments: Event.allCases)
  func whatHappensMeanwhileEndsThem(event: Event) throws {
    let files = (0..<40).map { ("\($0).txt", Self.text) }
    let folder = try Folder(Dictionary(uniqueKeysWithValues: files))
    let client = Client()
    client.send(
      #"{"id": 1, "method": "initialize", "params": {"rootUri": "\#(folder.root.absoluteString)", "capabilities": {"workspace": {"executeCommand": {}, "workspaceEdit": {"documentChanges": true}}}}}"#
    )
    _ = client.receive()
    client.open(folder.url("0.txt").absoluteString, Self.text)
    client.open(folder.url("1.txt").absoluteString, Self.text)
    func ask(_ id: Int) -> String {
      #"{"id": \#(id), "method": "workspace/executeCommand", "params": {"command": "tapescript.renameSpeaker", "arguments": [{"uri": "\#(folder.url("0.txt").absoluteString)", "position": {"line": 2, "character": 8}, "name": "Bea"}]}}"#
    }
    client.send(Client.frame(ask(2)) + Client.frame(frame(event, folder)))
    #expect(client.receive { $0["id"].integer == 2 }.last?["error"]["code"].integer == -32801)
    guard event != .typedInIt else { return }
    client.send(ask(3))
    let documents = client.receive { $0["id"].integer == 3 }.last?["result"]["documentChanges"].array
    #expect(documents?.count == (event == .opened ? 39 : 40))
  }
}
