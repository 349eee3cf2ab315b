import Features
import JSON
import LSP
import SourceText

/// Source: LSP 3.18, `textDocument/semanticTokens`.
extension Session {
  mutating func semanticTokens(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    return sendTokens(of: params.uri, since: nil)
  }

  /// A client that has another answer than the last one gets everything.
  mutating func semanticTokensDelta(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try SemanticTokensDeltaParams(json)
    return sendTokens(of: params.uri, since: params.previousResultID)
  }

  private mutating func sendTokens(of uri: DocumentURI, since previous: String?) -> Answer {
    guard let encoder = tokenEncoder, documents[uri] != nil else { return Self.nothing }
    // A text that is no transcript any more loses its colours.
    let data = documents[uri]?.tokens(encoder) ?? []
    guard capabilities.client.look.semanticTokens?.delta ?? false else { return SemanticTokens(data: data).write }
    let sent = documents[uri]?.sentTokens
    lastTokens += 1
    let tokens = SemanticTokens(resultID: String(lastTokens), data: data)
    documents[uri]?.sentTokens = (String(lastTokens), data)
    guard let sent, sent.id == previous else { return tokens.write }
    return { tokens.writeDelta(from: sent.data, to: &$0) }
  }

  mutating func semanticTokensRange(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try RangeParams(json)
    guard let encoder = tokenEncoder, let reading = documents[params.uri]?.reading else { return Self.nothing }
    let range = Convert(reading.text, capabilities.encoding).offsets(params.range)
    guard let first = reading.blocks.index(at: range.lowerBound),
      let last = reading.blocks.index(at: range.upperBound)
    else { return SemanticTokens(data: []).write }
    var run = encoder.run(reading, speakersInOrder(reading), documents[params.uri]?.uncertainPassages ?? [])
    for block in first...last { run.append(block, within: range) }
    return SemanticTokens(data: run.data).write
  }

  private var tokenEncoder: TokenEncoder? {
    capabilities.client.look.semanticTokens.map {
      TokenEncoder(legend: TokenLegend($0), encoding: capabilities.encoding)
    }
  }
}
