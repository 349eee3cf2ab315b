import JSON
import LSP
import Testing

@testable import Server

/// What is advertised is what the client declares.
@Suite struct LookCapabilitiesTests {
  private func providers(_ document: String) throws -> [String] {
    var writer = JSONWriter()
    let json = try JSONValue(parsing: #"{"textDocument": \#(document)}"#.utf8)
    writer.object { ClientCapabilities(json).look.writeProviders(to: &$0) }
    return try #require(JSONValue(parsing: writer.bytes).members).map(\.name)
  }

  @Test(arguments: ["linkedEditingRange", "selectionRange", "inlayHint"])
  func one(name: String) throws {
    #expect(try providers(#"{"\#(name)": {}}"#) == [name + "Provider"])
    #expect(try providers(#"{"\#(name)": null}"#) == [])
  }

  @Test func tokens() throws {
    #expect(try providers("{}") == [])
    #expect(try providers(#"{"semanticTokens": {"requests": {"range": {}}}}"#) == ["semanticTokensProvider"])
    #expect(try providers(#"{"semanticTokens": {"requests": {"full": false}}}"#) == [])
    #expect(try providers(#"{"semanticTokens": {"requests": {"full": true}, "formats": ["other"]}}"#) == [])
  }
}
