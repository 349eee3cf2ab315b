import Configuration
import LSP
import SourceText

/// Mistakes in configuration files are shown as diagnostics of those files.
extension Session {
  /// Whether a document is a configuration, by its name or because one extends it.
  func isConfiguration(_ uri: DocumentURI) -> Bool {
    let path = uri.path
    return path.hasSuffix("/" + ConfigurationFile.name)
      || configurations.chains.contains { $0.links.contains { $0.path == path } }
  }

  /// The mistakes in an open configuration as it stands in the editor.
  mutating func mistakes(in text: Text, of uri: DocumentURI) -> [Diagnostic] {
    let chain = configurations.chain(of: text.bytes, at: uri.path)
    return chain.links.last.map { diagnostics(of: $0, in: text) } ?? []
  }

  /// Publishes the mistakes of configurations that are not open, and clears those that were corrected. A client that
  /// pulls diagnostics never asks for files that are not open; if it accepts no published ones either, it gets
  /// messages.
  mutating func tellOfMistakes() {
    var wrong: [String: ConfigurationChain.Link] = [:]
    for link in configurations.chains.flatMap(\.links) where !link.mistakes.isEmpty {
      // An open configuration shows its own diagnostics. There may be thousands of documents but only few mistakes.
      if !documents.keys.contains(where: { $0.path == link.path }) { wrong[link.path] = link }
    }
    for path in Set(wrong.keys).union(told.keys).sorted() {
      let link = wrong[path]
      guard told[path] != link?.mistakes else { continue }
      told[path] = link?.mistakes
      if capabilities.pullsDiagnostics, !capabilities.client.declaresPublishDiagnostics {
        // Each message is a window that covers the user's work.
        let most = 3
        for (number, mistake) in (link?.mistakes ?? []).prefix(most).enumerated() {
          let line = link.map { $0.file.text.line(at: mistake.range.lowerBound) + 1 } ?? 1
          let left = number == most - 1 ? (link?.mistakes.count ?? 0) - most : 0
          show("\(path):\(line): \(mistake.message)" + (left > 0 ? " (and \(left) more)" : ""))
        }
      } else {
        let items = link.map { diagnostics(of: $0, in: $0.file.text) } ?? []
        publish(items, of: DocumentURI(filePath: path), version: nil)
      }
    }
  }

  private func diagnostics(of link: ConfigurationChain.Link, in text: Text) -> [Diagnostic] {
    let convert = Convert(text, capabilities.encoding)
    return link.mistakes.map { mistake in
      Diagnostic(
        range: convert.range(mistake.range), severity: .error, code: "configuration", source: "tapescript",
        message: mistake.message)
    }
  }
}
