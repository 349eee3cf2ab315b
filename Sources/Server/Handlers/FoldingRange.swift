import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/foldingRange`.
extension Session {
  mutating func foldingRange(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let client = capabilities.client.folding
    let ranges = Self.limited(folds(reading), to: client.rangeLimit).map { fold in
      FoldingRange(
        startLine: convert.line(fold.range.lowerBound), endLine: convert.line(fold.range.upperBound - 1),
        kind: fold.kind == .turn ? nil : .region, collapsedText: client.collapsedText ? fold.collapsedText : nil)
    }
    return { $0.array { for range in ranges { range.write(to: &$0) } } }
  }

  /// If the client accepts only some of the folds, sections are kept before turns.
  private static func limited(_ folds: [Fold], to limit: Int?) -> [Fold] {
    guard let limit, folds.count > limit else { return folds }
    let chosen = (folds.filter { $0.kind != .turn } + folds.filter { $0.kind == .turn }).prefix(limit)
    return chosen.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
  }
}
