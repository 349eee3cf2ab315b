import JSON
import LSP
import Testing
import Transcript

@testable import Server

/// A long text is formatted beside the session.
@Suite struct LongFormattingTests {
  private static let uri = "file:///long.txt"

  /// More than what is formatted at once.
  private static let text = (0..<4_000).map { turn in
    let name = turn % 2 == 0 ? "Ada" : "Bo"
    return
      "\(name): The rope is dry, and the chain is long enough.\(turn % 3 == 0 ? "  " : "") (\(Time(seconds: turn * 5)))\n\n\n"
  }.joined()

  private static let ask =
    #""method": "textDocument/formatting", "params": {"textDocument": {"uri": "\#(uri)"}, "options": {"tabSize": 2, "insertSpaces": true}}"#

  private func client() -> Client {
    let client = Client()
    client.send(
      #"{"id": 1, "method": "initialize", "params": {"capabilities": {"textDocument": {"formatting": {}, "diagnostic": {}}}}}"#
    )
    _ = client.receive()
    client.open(Self.uri, Self.text)
    return client
  }

  @Test func isThatOfAnyText() throws {
    #expect(Self.text.utf8.count > 200_000)
    let client = client()
    client.send("{\"id\": 2, \(Self.ask)}")
    let edits = client.receive { $0["id"].integer == 2 }.last?["result"].array
    var json = JSONWriter()
    json.object {
      $0.member("textDocument") {
        $0.object {
          $0.member("uri", Self.uri)
          $0.member("text", Self.text)
        }
      }
    }
    var document = OpenDocument(try DidOpenParams(JSONValue(parsing: json.bytes)))
    let expected = Convert(document.text, .utf16).edits(Formatting.edits(of: &document, in: nil))
    #expect(expected.count > 3_900)
    #expect(edits?.map { $0["newText"].utf8 } == expected.map(\.newText))
    #expect(edits?.map { $0["range"]["start"]["line"].integer } == expected.map(\.range.start.line))
  }

  /// Edits of another text would destroy this one.
  @Test func whatIsTypedMeanwhileEndsIt() throws {
    let client = client()
    let change =
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(Self.uri)", "version": 2}, "contentChanges": [{"range": {"start": {"line": 0, "character": 5}, "end": {"line": 0, "character": 8}}, "text": "A"}]}}"#
    client.send(Client.frame("{\"id\": 2, \(Self.ask)}") + Client.frame(change))
    let answer = client.receive { $0["id"].integer == 2 }.last
    #expect(answer?["error"]["code"].integer == -32801)
    client.send("{\"id\": 3, \(Self.ask)}")
    #expect(client.receive { $0["id"].integer == 3 }.last?["result"].array?.isEmpty == false)
  }

  /// What is asked next is answered first.
  @Test func othersDoNotWait() throws {
    let client = client()
    let hover =
      #"{"id": 3, "method": "textDocument/hover", "params": {"textDocument": {"uri": "\#(Self.uri)"}, "position": {"line": 0, "character": 0}}}"#
    client.send(Client.frame("{\"id\": 2, \(Self.ask)}") + Client.frame(hover))
    let ids = client.receive { $0["id"].integer == 2 }.compactMap { $0["id"].integer }
    #expect(ids == [3, 2])
  }
}
