import Features
import JSON
import LSP
import Rules
import SourceText

/// Source: LSP 3.18, `completionItem/resolve`.
extension Session {
  /// An item about which there is nothing more to say comes back as it was.
  mutating func resolveCompletion(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try CompletionResolveParams(json)
    guard let target = params.target, let kind = Completion.Kind(rawValue: target.kind) else {
      return params.json.write
    }
    let note =
      kind == .rule
      ? Rule.named(target.name)?.why
      : documents[target.uri]?.reading.flatMap { completionNote($0, kind, target.name) }
    guard let note else { return params.json.write }
    return { params.write(to: &$0, documentation: visible(note)) }
  }
}
