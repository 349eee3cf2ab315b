import JSON
import LSP

extension Session {
  /// Writes the result of a request.
  typealias Answer = (inout JSONWriter) -> Void

  /// How a method is handled. `InvalidParams` and `ContentModified` are answered with their own error codes; any other
  /// error counts as an internal error of the server.
  enum Route {
    case request(@Sendable (inout Session, JSONValue) throws -> Answer)
    /// For what may look at many files: it takes what it needs from the session and gives work that is done beside it.
    /// The title names the work, for people.
    case later(String, @Sendable (inout Session, JSONValue) throws -> Outcome)
    case notification(@Sendable (inout Session, JSONValue) throws -> Void)
  }

  /// What a handler has come to.
  enum Outcome {
    case answer(Answer)
    /// Work for another thread. It has nothing of the session but values. The answer is of no use once the texts have changed
    /// that it depends on.
    case work(on: Texts = .none, @Sendable (Job) throws -> Answer)
  }

  /// Open documents on whose text an answer depends.
  enum Texts {
    case none
    case one(DocumentURI)
    /// All, and whether others are open: places in a file that is not open are those of the file on disk.
    case all
  }

  /// Every method that is served.
  static let routes: [String: Route] = [
    "initialize": .request { try $0.initialize($1) },
    "initialized": .notification { session, _ in session.initialized() },
    "shutdown": .request { session, _ in session.shutDown() },
    "exit": .notification { session, _ in session.exit() },
    "$/setTrace": .notification { try $0.setTrace($1) },
    "$/cancelRequest": .notification { $0.cancelRequest($1) },
    "window/workDoneProgress/cancel": .notification { $0.cancelProgress($1) },

    "textDocument/didOpen": .notification { try $0.didOpen($1) },
    "textDocument/didChange": .notification { try $0.didChange($1) },
    "textDocument/didSave": .notification { try $0.didSave($1) },
    "textDocument/didClose": .notification { try $0.didClose($1) },

    "workspace/didChangeConfiguration": .notification { $0.didChangeConfiguration($1) },
    "workspace/executeCommand": .later("Reading transcripts") { try $0.executeCommand($1) },
    "workspace/textDocumentContent": .request { try $0.textDocumentContent($1) },
    "workspace/didChangeWatchedFiles": .notification { $0.didChangeWatchedFiles($1) },
    "workspace/didChangeWorkspaceFolders": .notification { $0.didChangeWorkspaceFolders($1) },
    "workspace/diagnostic": .later("Checking transcripts") { $0.workspaceDiagnostic($1) },
    "workspace/didRenameFiles": .notification { try $0.didRenameFiles($1) },
    "workspace/willRenameFiles": .later("Reading transcripts") { try $0.willRenameFiles($1) },
    "workspace/symbol": .later("Reading transcripts") { try $0.workspaceSymbol($1) },
    "workspaceSymbol/resolve": .later("Reading transcripts") { try $0.resolveWorkspaceSymbol($1) },

    "codeAction/resolve": .request { try $0.resolveCodeAction($1) },
    "completionItem/resolve": .request { try $0.resolveCompletion($1) },
    "textDocument/codeAction": .request { try $0.codeAction($1) },
    "textDocument/codeLens": .request { try $0.codeLens($1) },
    "textDocument/completion": .request { try $0.completion($1) },
    "textDocument/definition": .request { try $0.definition($1) },
    "textDocument/diagnostic": .request { try $0.diagnostic($1) },
    "textDocument/documentHighlight": .request { try $0.documentHighlight($1) },
    "textDocument/documentLink": .request { try $0.documentLink($1) },
    "textDocument/documentSymbol": .later("Reading the transcript") { try $0.documentSymbol($1) },
    "textDocument/foldingRange": .request { try $0.foldingRange($1) },
    "textDocument/formatting": .later("Formatting the transcript") { try $0.formatting($1) },
    "textDocument/hover": .request { try $0.hover($1) },
    "textDocument/inlayHint": .request { try $0.inlayHint($1) },
    "textDocument/inlineCompletion": .request { try $0.inlineCompletion($1) },
    "textDocument/onTypeFormatting": .request { try $0.onTypeFormatting($1) },
    "textDocument/linkedEditingRange": .request { try $0.linkedEditingRange($1) },
    "textDocument/prepareRename": .request { try $0.prepareRename($1) },
    "textDocument/rangeFormatting": .later("Formatting the transcript") { try $0.rangeFormatting($1) },
    "textDocument/references": .later("Reading transcripts") { try $0.references($1) },
    "textDocument/rename": .later("Reading transcripts") { try $0.rename($1) },
    "textDocument/selectionRange": .request { try $0.selectionRange($1) },
    "textDocument/semanticTokens/full": .request { try $0.semanticTokens($1) },
    "textDocument/semanticTokens/full/delta": .request { try $0.semanticTokensDelta($1) },
    "textDocument/semanticTokens/range": .request { try $0.semanticTokensRange($1) },
  ]

  /// The answer to a request that has no result.
  static let nothing: @Sendable (inout JSONWriter) -> Void = { $0.null() }
}
