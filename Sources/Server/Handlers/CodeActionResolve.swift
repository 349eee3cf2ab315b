import JSON
import LSP
import Rules
import SourceText

/// Source: LSP 3.18, `codeAction/resolve`.
extension Session {
  /// Computes the offered action again. The text must be the one for which it was offered, since the edit would damage
  /// another text.
  mutating func resolveCodeAction(_ json: JSONValue) throws -> Answer {
    let params = try CodeActionResolveParams(json)
    guard let target = params.target else { return params.json.write }
    guard let document = documents[target.uri], document.version == target.version else {
      throw ContentModified("The document is no longer the one for which this was offered")
    }
    if let notation = target.notation { return try resolveConversion(params, target, to: notation, document) }
    if target.kind == CodeAction.Kind.organize.rawValue {
      guard let edit = organizingEdit(target.uri) else {
        throw RequestFailed("No cue can be moved to its place or numbered without making another mistake.")
      }
      return { params.write(to: &$0, with: edit) }
    }
    let convert = Convert(document.text, capabilities.encoding)
    let fixes = FixScope.some(rules: Set([target.rule].compactMap(\.self)), places: [])
    let findings = target.rule == nil ? [] : documents[target.uri]?.findings(with: fixes) ?? []
    if target.kind != nil { return try resolveRewrite(params, target, findings, document) }
    let edits =
      target.rule == nil
      ? documents[target.uri]?.fixed.map { Array($0.changes.edits) } ?? []
      : Self.edits(for: target, title: params.title, findings, convert)
    guard !edits.isEmpty else {
      // Clients say nothing to their users when the content was modified.
      if target.rule == nil { throw RequestFailed("None of this can be fixed without a look.") }
      throw ContentModified("What this fixes is no longer there")
    }
    let edit = document.edit(edits, of: target.uri, capabilities)
    return { params.write(to: &$0, with: edit) }
  }

  private func resolveConversion(
    _ params: CodeActionResolveParams, _ target: CodeAction.Target, to notation: String, _ document: OpenDocument
  ) throws(RequestFailed) -> Answer {
    let edit = capabilities.client.codeAction.flatMap {
      ConversionActions(uri: target.uri, document: document, client: $0, capabilities: capabilities)
        .edit(to: notation)
    }
    guard let edit else { throw RequestFailed("Nothing that was said can be written as \(visible(notation)).") }
    return { params.write(to: &$0, with: edit) }
  }

  private mutating func resolveRewrite(
    _ params: CodeActionResolveParams, _ target: CodeAction.Target, _ findings: [Finding], _ document: OpenDocument
  ) throws(RequestFailed) -> Answer {
    let convert = Convert(document.text, capabilities.encoding)
    let edits = documents[target.uri]?.reading.map {
      RewriteActions.edits(for: target, title: params.title, document, $0, findings, convert)
    }
    guard let edits, !edits.isEmpty else {
      throw RequestFailed("The notation of this file cannot express it.")
    }
    let edit = document.edit(edits, of: target.uri, capabilities)
    return { params.write(to: &$0, with: edit) }
  }

  private static func edits(
    for target: CodeAction.Target, title: String, _ findings: [Finding], _ convert: Convert
  ) -> [Edit] {
    guard let rule = target.rule else { return [] }
    guard let range = target.range else { return FixAll(findings, of: rule).edits }
    let there = findings.lazy.filter { $0.rule == rule && convert.range($0.range) == range }
    return there.flatMap(\.fixes).first { $0.title == title }?.edits ?? []
  }
}
