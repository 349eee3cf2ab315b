import JSON
import LSP
import SourceText

/// What client and server agreed on at `initialize`.
struct Capabilities: Sendable {
  let client: ClientCapabilities
  /// The unit in which columns are counted, in all messages of both sides.
  let encoding: PositionEncoding

  init(_ client: ClientCapabilities) {
    self.client = client
    encoding = client.positionEncodings.lazy.compactMap(PositionEncoding.init).first ?? .utf16
  }

  /// What the client can show when it pulls diagnostics; nil if they are pushed to it. A client that got both would
  /// show each diagnostic twice.
  ///
  /// Diagnostics must be pulled again when a configuration or another file changes. A client that cannot be asked to do
  /// so gets pushed diagnostics if it accepts them.
  private var pulled: ClientCapabilities.Diagnostics? {
    client.refreshesDiagnostics || !client.declaresPublishDiagnostics ? client.diagnostic : nil
  }

  /// Whether the client asks for diagnostics.
  var pullsDiagnostics: Bool { pulled != nil }

  /// What a diagnostic may contain; this depends on whether diagnostics are pulled or pushed.
  var diagnostics: ClientCapabilities.Diagnostics { pulled ?? client.publishDiagnostics }

  /// The first form in the client's list that the server can write, or plain text if the client names none.
  var hoverFormat: LSP.Hover.MarkupKind {
    client.hoverFormats.lazy.compactMap(LSP.Hover.MarkupKind.init).first ?? .plaintext
  }

  /// Source: LSP 3.18, `ServerCapabilities`. Each capability has a route and a conversation in `protocol-fixtures/`; a
  /// test compares the three.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("positionEncoding", encoding.rawValue)
      $0.member("textDocumentSync") {
        $0.object {
          let incremental = 2
          $0.member("openClose", true)
          $0.member("change", incremental)
          $0.member("save") { $0.object { $0.member("includeText", true) } }
        }
      }
      // What editors asked for before clients had capabilities is offered to all: Kate and Helix do not declare all that they
      // ask for.
      $0.member("hoverProvider", true)
      $0.member("documentSymbolProvider", true)
      $0.member("foldingRangeProvider", true)
      $0.member("definitionProvider", true)
      $0.member("referencesProvider") { $0.object { $0.member("workDoneProgress", true) } }
      $0.member("documentHighlightProvider", true)
      $0.member("documentLinkProvider") { $0.object { $0.member("resolveProvider", false) } }
      $0.member("codeLensProvider") { $0.object { $0.member("resolveProvider", false) } }
      $0.member("completionProvider") {
        $0.object {
          // Behind a bracket a time or a note begins, behind a quote a key or a value of a configuration.
          $0.member("triggerCharacters") { $0.array { for mark in ["[", "(", "\""] { $0.value(mark) } } }
          $0.member("resolveProvider", true)
        }
      }
      $0.member("documentFormattingProvider", true)
      $0.member("documentRangeFormattingProvider", true)
      $0.member("documentOnTypeFormattingProvider") {
        $0.object {
          $0.member("firstTriggerCharacter", "\n")
          $0.member("moreTriggerCharacter") { $0.array { for mark in ["]", ")"] { $0.value(mark) } } }
        }
      }
      $0.member("renameProvider", client.rename.writeProvider)
      client.look.writeProviders(to: &$0)
      client.workspace.writeProviders(to: &$0, showsContent: client.requests.showsContent)
      if let codeAction = client.codeAction { $0.member("codeActionProvider", codeAction.writeProvider) }
      if client.inlineCompletion { $0.member("inlineCompletionProvider", true) }
      client.requests.writeProviders(to: &$0)
      if pullsDiagnostics {
        $0.member("diagnosticProvider") {
          $0.object {
            $0.member("identifier", "tapescript")
            // The findings in a document depend on its siblings, its chapters and the files of people.
            $0.member("interFileDependencies", true)
            $0.member("workspaceDiagnostics", true)
            $0.member("workDoneProgress", true)
          }
        }
      }
    }
  }
}

extension ClientCapabilities.CodeAction {
  /// Source: LSP 3.18, `CodeActionOptions`: sent only to clients that accept code actions, not just commands.
  fileprivate func writeProvider(to writer: inout JSONWriter) {
    writer.object {
      $0.member("codeActionKinds") { $0.array { for kind in CodeAction.Kind.allCases { $0.value(kind.rawValue) } } }
      $0.member("resolveProvider", resolvesEdit)
    }
  }
}

extension ClientCapabilities.Rename {
  /// Source: LSP 3.18, `RenameOptions`: sent only to clients that prepare.
  fileprivate func writeProvider(to writer: inout JSONWriter) {
    guard prepares else { return writer.value(true) }
    writer.object {
      $0.member("prepareProvider", true)
      $0.member("workDoneProgress", true)
    }
  }
}
