import JSON
import LSP
import SourceText

/// What client and server agreed on at `initialize`.
struct Capabilities {
  let client: ClientCapabilities
  /// What columns count, in all messages of both sides.
  let encoding: PositionEncoding

  init(_ client: ClientCapabilities) {
    self.client = client
    encoding = client.positionEncodings.lazy.compactMap(PositionEncoding.init).first ?? .utf16
  }

  /// The diagnostics that the client asks for; nil where they are pushed. Both would show each twice.
  ///
  /// A client that cannot be told to ask again would not see what a changed configuration or another file does to an
  /// open document, so one that takes pushed diagnostics as well gets them that way.
  private var pulled: ClientCapabilities.Diagnostics? {
    client.refreshesDiagnostics || !client.declaresPublishDiagnostics ? client.diagnostic : nil
  }

  /// Whether the client asks for diagnostics.
  var pullsDiagnostics: Bool { pulled != nil }

  /// What may be in a diagnostic, by the way in which it is delivered.
  var diagnostics: ClientCapabilities.Diagnostics { pulled ?? client.publishDiagnostics }

  /// The first form that the client names and the server has. A client that names none takes plain text.
  var hoverFormat: LSP.Hover.MarkupKind {
    client.hoverFormats.lazy.compactMap(LSP.Hover.MarkupKind.init).first ?? .plaintext
  }

  /// Source: LSP 3.18, `ServerCapabilities`. What is written here has a route and a conversation in
  /// `protocol-fixtures/`; a test compares the three.
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
      $0.member("hoverProvider", true)
      $0.member("documentSymbolProvider", true)
      $0.member("foldingRangeProvider", true)
      if let codeAction = client.codeAction { $0.member("codeActionProvider", codeAction.writeProvider) }
      if pullsDiagnostics {
        $0.member("diagnosticProvider") {
          $0.object {
            $0.member("identifier", "tapescript")
            // Siblings, chapters and files of people.
            $0.member("interFileDependencies", true)
            $0.member("workspaceDiagnostics", false)
          }
        }
      }
    }
  }
}

extension ClientCapabilities.CodeAction {
  /// Source: LSP 3.18, `CodeActionOptions`: sent only to clients that take more than commands.
  fileprivate func writeProvider(to writer: inout JSONWriter) {
    writer.object {
      $0.member("codeActionKinds") { $0.array { for kind in CodeAction.Kind.allCases { $0.value(kind.rawValue) } } }
      $0.member("resolveProvider", resolvesEdit)
    }
  }
}
