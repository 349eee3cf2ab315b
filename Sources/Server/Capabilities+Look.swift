import JSON
import LSP

extension ClientCapabilities.Look {
  /// Writes the capabilities of features that show something about a text or lead through it, as far as the client
  /// offers them.
  func writeProviders(to writer: inout JSONWriter) {
    if linkedEditingRange { writer.member("linkedEditingRangeProvider", true) }
    if selectionRange { writer.member("selectionRangeProvider", true) }
    if inlayHint { writer.member("inlayHintProvider", true) }
    if let semanticTokens { writer.member("semanticTokensProvider", semanticTokens.writeProvider) }
  }
}

extension ClientCapabilities.Look.SemanticTokens {
  /// Source: LSP 3.18, `SemanticTokensOptions`.
  fileprivate func writeProvider(to writer: inout JSONWriter) {
    let legend = TokenLegend(self)
    writer.object {
      $0.member("legend") {
        $0.object {
          $0.member("tokenTypes") { $0.array { for name in legend.types { $0.value(name) } } }
          $0.member("tokenModifiers") { $0.array { for name in legend.modifiers { $0.value(name) } } }
        }
      }
      if full {
        $0.member("full") { writer in
          if delta { writer.object { $0.member("delta", true) } } else { writer.value(true) }
        }
      }
      if range { $0.member("range", true) }
    }
  }
}
