import JSON
import LSP

/// Source: LSP 3.18, `textDocument/codeAction`.
extension Session {
  /// A client that accepts only commands gets an empty answer: the edit of a command would need a request to the
  /// client.
  mutating func codeAction(_ json: JSONValue) throws(InvalidParams) -> Answer {
    var params = try CodeActionParams(json)
    if !hasLightBulb, params.trigger == nil { params.trigger = .invoked }
    guard let client = capabilities.client.codeAction, let text = documents[params.uri]?.text else {
      return Self.nothing
    }
    // To find everything takes longer than to rewrite one turn.
    let asksForFixes = [CodeAction.Kind.quickFix, .ignore, .fixAll].contains(where: params.wants)
    let convert = Convert(text, capabilities.encoding)
    let broken = documents[params.uri]?.reading?.brokenEntries(at: convert.offsets(params.range)) ?? []
    let places = [convert.offsets(params.range)] + broken + params.diagnostics.map { convert.offsets($0.range) }
    let findings = asksForFixes ? fixable(params, at: places) ?? [] : []
    // Copied only now, since fixes that are made are kept in the original.
    guard let document = documents[params.uri] else { return Self.nothing }
    let actions = CodeActions(
      params: params, document: document, findings: findings, broken: broken, convert: convert, client: client,
      capabilities: capabilities)
    let rewrites = documents[params.uri]?.reading.map { reading in
      RewriteActions(
        params: params, document: document, reading: reading, convert: convert, client: client,
        capabilities: capabilities)
    }
    let conversions = ConversionActions(
      uri: params.uri, document: document, client: client, capabilities: capabilities
    ).offered(params) { documents[params.uri]?.likely($0) ?? [] }
    let offered =
      actions.offered { documents[params.uri]?.fixed }
      + [organizeAction(params), glossaryAction(params)].compactMap(\.self)
      + (rewrites?.ignoring(findings) ?? [])
      + (rewrites?.rewritten() ?? []) + conversions
    return { $0.array { for action in offered { action.write(to: &$0) } } }
  }
}
