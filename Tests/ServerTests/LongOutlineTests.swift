import JSON
import Testing
import Transcript

/// The outline of a long text is made beside the session.
@Suite struct LongOutlineTests {
  private static let uri = "file:///long.txt"

  private static let turns = 12_000

  /// More than two megabytes.
  private static let text =
    "The ferry\n\n"
    + (0..<turns).map { turn in
      // Some words are said faster than others.
      let time = Time(seconds: turn * 12 + turn % 5).description
      let words = String(repeating: "The rope is dry, and the chain is long. ", count: 4)
      return "\(turn % 2 == 0 ? "Ada" : "Bo"): \(words)(\(time))\n\n"
    }.joined()

  /// What is typed after the request does not count, and every turn is in it.
  @Test func isOfTheTextThatWasAskedAbout() throws {
    #expect(Self.text.utf8.count > 2_000_000)
    let client = Client()
    client.send(
      #"""
      {"id": 1, "method": "initialize", "params": {"capabilities": {"textDocument":
      {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}, "diagnostic": {}}}}}
      """#)
    _ = client.receive()
    client.open(Self.uri, Self.text)
    let ask = #""method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": "\#(Self.uri)"}}"#
    let change =
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(Self.uri)", "version": 2}, "contentChanges": [{"range": {"start": {"line": 0, "character": 4}, "end": {"line": 0, "character": 9}}, "text": "mill"}]}}"#
    client.send(Client.frame("{\"id\": 2, \(ask)}") + Client.frame(change) + Client.frame("{\"id\": 3, \(ask)}"))
    var answers: [Int: JSONValue] = [:]
    while answers.count < 2, let answer = client.receive() { answers[answer["id"].integer ?? 0] = answer["result"] }
    #expect(answers[2]?.array?.map { $0["name"].string } == ["The ferry"])
    #expect(answers[3]?.array?.map { $0["name"].string } == ["The mill"])
    #expect(answers[2]?.array?.first?["children"].array?.count == Self.turns)
  }
}
