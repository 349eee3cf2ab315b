import JSON
import LSP
import Testing

@Suite struct RequestsTests {
  private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test func initialize() throws {
    let params = InitializeParams(
      try json(
        #"""
        {"processId": 12.0, "trace": "messages", "capabilities": {
          "general": {"positionEncodings": ["utf-8", 5, "utf-16"]},
          "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "hover": {"contentFormat": ["markdown"]},
            "foldingRange": {"lineFoldingOnly": true, "rangeLimit": 100, "foldingRange": {"collapsedText": true}},
            "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": false},
            "diagnostic": {"dynamicRegistration": false}}}}
        """#))
    #expect(params.processID == 12)
    #expect(params.trace == .messages)
    #expect(params.capabilities.positionEncodings == ["utf-8", "utf-16"])
    #expect(params.capabilities.hierarchicalDocumentSymbol)
    #expect(params.capabilities.hoverFormats == ["markdown"])
    #expect(params.capabilities.folding.collapsedText)
    #expect(params.capabilities.folding.rangeLimit == 100)
    #expect(params.capabilities.publishDiagnostics.relatedInformation)
    #expect(!params.capabilities.publishDiagnostics.codeDescription)
    #expect(params.capabilities.diagnostic?.relatedInformation == true)
  }

  @Test(arguments: [
    "null", "{}", "[]", #"{"processId": null, "capabilities": null}"#,
    #"{"processId": "12", "trace": 5, "capabilities": 5}"#,
    #"{"capabilities": {"textDocument": {"hover": [], "foldingRange": {"rangeLimit": "x"}, "diagnostic": null}}}"#,
  ])
  func initializeWithNonsense(text: String) throws {
    let params = InitializeParams(try json(text))
    #expect(params.processID == nil)
    #expect(params.trace == .off)
    #expect(params.capabilities == ClientCapabilities(.null))
    #expect(params.capabilities.diagnostic == nil)
  }

  @Test func open() throws {
    let params = try DidOpenParams(
      try json(#"{"textDocument": {"uri": "untitled:é", "languageId": "plain", "version": 3, "text": "a\nb"}}"#))
    #expect(params.uri.string == "untitled:é")
    #expect(params.languageID == "plain" && params.version == 3 && params.text == Array("a\nb".utf8))
  }

  @Test(arguments: [
    "null", "[]", "{}", #"{"textDocument": null}"#, #"{"textDocument": {"uri": 5, "text": ""}}"#,
    #"{"textDocument": {"uri": "file:///x", "text": null}}"#,
  ])
  func openWithNonsense(text: String) throws {
    let params = try json(text)
    #expect(throws: InvalidParams.self) { try DidOpenParams(params) }
  }

  @Test func changes() throws {
    let params = try DidChangeParams(
      try json(
        #"""
        {"textDocument": {"uri": "u", "version": 9223372036854775808}, "contentChanges": [
          {"range": {"start": {"line": 1.0, "character": -5}, "end": {"line": 2147483648, "character": 1e300}},
           "rangeLength": 7, "text": "x\ud83d"},
          {"range": null, "text": "whole"}, {"text": 5}, null, {"range": {}, "text": "y"}]}
        """#))
    #expect(params.version == .max)
    #expect(params.unreadable == 3)
    let first = PositionRange(
      start: Position(line: 1, character: 0), end: Position(line: 2_147_483_647, character: 2_147_483_647))
    #expect(params.contentChanges.map(\.range) == [first, nil])
    #expect(params.contentChanges.map(\.text) == [Array("x\u{FFFD}".utf8), Array("whole".utf8)])
  }

  @Test(arguments: [("[]", 0), ("null", 1), (#"{"text": "x"}"#, 1)])
  func changesThatAreNoList(list: String, unreadable: Int) throws {
    let params = try DidChangeParams(try json(#"{"textDocument": {"uri": "u"}, "contentChanges": \#(list)}"#))
    #expect(params.contentChanges.isEmpty && params.unreadable == unreadable && params.version == nil)
  }

  @Test func places() throws {
    let params = try TextDocumentPositionParams(
      try json(#"{"textDocument": {"uri": "u"}, "position": {"line": 3, "character": 4}}"#))
    #expect(params.position == Position(line: 3, character: 4))
    for position in ["null", "5", "[0,0]", "{}", #"{"line": 0}"#, #"{"line": "0", "character": "0"}"#] {
      let params = try json(#"{"textDocument": {"uri": "u"}, "position": \#(position)}"#)
      #expect(throws: InvalidParams.self, "\(position)") { try TextDocumentPositionParams(params) }
    }
  }

  @Test func codeAction() throws {
    let range = #"{"start": {"line": 1, "character": 2}, "end": {"line": 3, "character": 4}}"#
    let held = #"{"range": \#(range), "code": "x", "data": [null]}"#
    let params = try CodeActionParams(
      try json(
        #"""
        {"textDocument": {"uri": "u"}, "range": \#(range), "context": {"triggerKind": 2, "only": ["source", 5],
          "diagnostics": [\#(held), null, {"range": 5}, {"range": \#(range), "code": 5}]}}
        """#))
    #expect(params.range == PositionRange(start: Position(line: 1, character: 2), end: Position(line: 3, character: 4)))
    #expect(params.diagnostics.map(\.code) == ["x", nil])
    #expect(params.diagnostics[0].json == (try json(held)))
    #expect(params.trigger == .automatic && params.wants(.fixAll) && !params.wants(.quickFix))
    for context in ["null", "{}", "[]", #"{"diagnostics": null, "only": null, "triggerKind": "2"}"#] {
      let bare = try CodeActionParams(
        try json(#"{"textDocument": {"uri": "u"}, "range": \#(range), "context": \#(context)}"#))
      #expect(bare.trigger == nil && bare.wants(.fixAll) && bare.wants(.quickFix) && bare.diagnostics.isEmpty)
    }
  }

  @Test(arguments: [
    ("source.fixAll", true), ("source", true), ("", true), ("source.fixAll.tapescript", true), ("source.fix", false),
    ("source.fixAll.tapescript.x", false), ("Source", false), ("quickfix", false),
  ])
  func kindsBelowOthers(only: String, asks: Bool) throws {
    let range = #"{"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}"#
    let params = try CodeActionParams(
      try json(#"{"textDocument": {"uri": "u"}, "range": \#(range), "context": {"only": ["\#(only)"]}}"#))
    #expect(params.asks(for: .fixAll) == asks && params.wants(.fixAll) == asks)
  }

  @Test(arguments: [
    ("file:///a/b%20c.srt", "/a/b c.srt"), ("file://host/a.txt?x#y", "/a.txt"), ("untitled:Untitled-1", "Untitled-1"),
    ("file:///%zz%C3%A9.md", "/%zzé.md"), ("file:", ""), ("", ""), ("not a uri %%%", "not a uri %%%"),
    ("/plain/path.vtt", "/plain/path.vtt"), ("file:///c%3A/x.md", "/c:/x.md"),
  ])
  func paths(uri: String, path: String) {
    #expect(DocumentURI(uri).path == path)
  }

  @Test func urisAreComparedByteByByte() {
    #expect(DocumentURI("file:///\u{E9}") != DocumentURI("file:///e\u{301}"))
    #expect(DocumentURI("file:///a") == DocumentURI("file:///a"))
  }

  @Test func smallOnes() throws {
    #expect(try CancelParams(try json(#"{"id": "a"}"#)).id == .string("a"))
    #expect(try SetTraceParams(try json(#"{"value": "verbose"}"#)).value == .verbose)
    #expect(
      try DocumentDiagnosticParams(try json(#"{"textDocument": {"uri": "u"}, "previousResultId": "7"}"#))
        .previousResultID == "7")
    #expect(try DidSaveParams(try json(#"{"textDocument": {"uri": "u"}}"#)).text == nil)
    let nonsense = try json(#"{"id": null, "value": "nonsense"}"#)
    #expect(throws: InvalidParams.self) { try CancelParams(nonsense) }
    #expect(throws: InvalidParams.self) { try SetTraceParams(nonsense) }
    #expect(throws: InvalidParams.self) { try TextDocumentParams(nonsense) }
  }

  @Test func formatting() throws {
    let params = try json(
      #"""
      {"textDocument": {"uri": "file:///a"}, "options": {"trimTrailingWhitespace": false},
        "range": {"start": {"line": 1, "character": 0}, "end": {"line": 2, "character": 3}}}
      """#)
    #expect(try FormattingParams(params, hasRange: false).range == nil)
    let part = try FormattingParams(params, hasRange: true)
    #expect(part.range?.end.line == 2 && !part.trimsLines && part.endsLastLine)
  }

  @Test(arguments: ["null", "{}", #"{"start": {"line": 1, "character": 0}}"#])
  func formattingOfAPartWithoutRange(range: String) throws {
    let params = try json(#"{"textDocument": {"uri": "file:///a"}, "range": \#(range)}"#)
    #expect(throws: InvalidParams.self) { try FormattingParams(params, hasRange: true) }
  }
}
