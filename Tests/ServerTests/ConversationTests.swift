import Foundation
import JSON
import LSP
import Testing

@testable import Server

@Suite struct ConversationTests {
  @Test(arguments: Conversation.all)
  func play(conversation: Conversation) throws {
    let client = Client()
    defer { try? FileManager.default.removeItem(at: conversation.folder) }
    var batch: [UInt8] = []
    var mustExit: Int32?
    for (number, line) in conversation.lines {
      switch line {
      case .send(let json):
        batch += Client.frame(json.text)
        continue
      case .sendRaw(let bytes):
        batch += bytes
        continue
      default: break
      }
      // What stands together is sent in one write, so a cancellation is in time.
      client.send(batch)
      batch = []
      switch line {
      case .write(let name, let text): try conversation.write(text, to: name)
      case .endOfInput: client.closeInput()
      case .pause: client.pause()
      case .exit(let code): mustExit = code
      case .expect(let expected):
        guard let answer = client.receive() else {
          Issue.record("\(conversation.name):\(number): no answer")
          return
        }
        #expect(answer["jsonrpc"].string == "2.0")
        if !expected.matches(answer.withoutVersion) {
          Issue.record("\(conversation.name):\(number): the answer is \(answer.withoutVersion.text)")
        }
      default: break
      }
    }
    client.send(batch)
    client.closeInput()
    while let message = client.receive() {
      Issue.record("\(conversation.name): one answer too many: \(message.text)")
    }
    let code = client.exitCode()
    #expect(code != nil, "\(conversation.name): the server does not leave")
    if let mustExit { #expect(code == mustExit, "\(conversation.name)") }
  }

  /// What is advertised has a handler, what has a handler is advertised, and each has a conversation.
  @Test func advertisedIsHandledIsTried() throws {
    let served: [String: Set<String>] = [
      "positionEncoding": [],
      "textDocumentSync": [
        "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose",
      ],
      "hoverProvider": ["textDocument/hover"],
      "documentSymbolProvider": ["textDocument/documentSymbol"],
      "foldingRangeProvider": ["textDocument/foldingRange"],
      "codeActionProvider": ["textDocument/codeAction", "codeAction/resolve"],
      "completionProvider": ["textDocument/completion", "completionItem/resolve"],
      "renameProvider": ["textDocument/prepareRename", "textDocument/rename"],
      "documentFormattingProvider": ["textDocument/formatting"],
      "documentRangeFormattingProvider": ["textDocument/rangeFormatting"],
      "documentOnTypeFormattingProvider": ["textDocument/onTypeFormatting"],
      "inlineCompletionProvider": ["textDocument/inlineCompletion"],
      "diagnosticProvider": ["textDocument/diagnostic", "workspace/diagnostic"],
      "executeCommandProvider": ["workspace/executeCommand"],
      "definitionProvider": ["textDocument/definition"],
      "referencesProvider": ["textDocument/references"],
      "documentHighlightProvider": ["textDocument/documentHighlight"],
      "linkedEditingRangeProvider": ["textDocument/linkedEditingRange"],
      "documentLinkProvider": ["textDocument/documentLink"],
      "selectionRangeProvider": ["textDocument/selectionRange"],
      "inlayHintProvider": ["textDocument/inlayHint"],
      "codeLensProvider": ["textDocument/codeLens"],
      "semanticTokensProvider": [
        "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta",
        "textDocument/semanticTokens/range",
      ],
      "workspaceSymbolProvider": ["workspace/symbol", "workspaceSymbol/resolve"],
      "workspace": [
        "workspace/didChangeWorkspaceFolders", "workspace/willRenameFiles", "workspace/didRenameFiles",
        "workspace/textDocumentContent",
      ],
    ]
    let always: Set = [
      "initialize", "initialized", "shutdown", "exit", "$/setTrace", "$/cancelRequest",
      "window/workDoneProgress/cancel",
    ]
    // Told by clients that were asked to, or that do it anyway.
    let told: Set = ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]
    var writer = JSONWriter()
    let client = try JSONValue(
      parsing: #"""
        {"textDocument": {"diagnostic": {}, "codeAction": {"codeActionLiteralSupport": {}}, "definition": {},
        "references": {}, "documentHighlight": {}, "linkedEditingRange": {}, "documentLink": {}, "selectionRange": {},
        "inlayHint": {}, "codeLens": {}, "semanticTokens": {"requests": {"full": true}}, "completion": {},
        "rename": {"prepareSupport": true}, "formatting": {}, "rangeFormatting": {}, "onTypeFormatting": {},
        "inlineCompletion": {}},
        "workspace": {"symbol": {}, "workspaceFolders": true, "applyEdit": true, "textDocumentContent": {}}}
        """#.utf8)
    Capabilities(ClientCapabilities(client)).write(to: &writer)
    let advertised = try #require(try JSONValue(parsing: writer.bytes).members).map(\.name)
    #expect(Set(advertised) == Set(served.keys))
    #expect(always.union(told).union(served.values.joined()) == Set(Session.routes.keys))
    let tried = Conversation.all.reduce(into: Set<String>()) { $0.formUnion($1.methods) }
    #expect(Set(Session.routes.keys).subtracting(tried) == [])
  }

  /// A client that declares nothing is offered what editors asked for before there was anything to declare, and nothing else.
  @Test func onlyWhatIsOfferedIsAdvertised() throws {
    var writer = JSONWriter()
    Capabilities(ClientCapabilities(.null)).write(to: &writer)
    let advertised = try #require(try JSONValue(parsing: writer.bytes).members).map(\.name)
    #expect(
      Set(advertised) == [
        "positionEncoding", "textDocumentSync", "hoverProvider", "documentSymbolProvider", "foldingRangeProvider",
        "definitionProvider", "referencesProvider", "documentHighlightProvider", "documentLinkProvider",
        "codeLensProvider", "completionProvider", "documentFormattingProvider", "documentRangeFormattingProvider",
        "documentOnTypeFormattingProvider", "renameProvider", "workspaceSymbolProvider",
      ])
  }

  /// Every error the server can answer with has a conversation. A fault of its own cannot be asked for.
  @Test func everyErrorIsTried() {
    let tried = Set(Conversation.all.flatMap(\.expected).compactMap { $0["error"]["code"].integer })
    #expect(Set(ErrorCode.allCases.map(\.rawValue)).subtracting([ErrorCode.internalError.rawValue]) == tried)
  }
}
