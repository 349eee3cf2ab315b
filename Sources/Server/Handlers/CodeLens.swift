import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/codeLens`.
extension Session {
  mutating func codeLens(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    guard let summaries = documents[params.uri]?.sectionSummaries, let text = documents[params.uri]?.text else {
      return Self.nothing
    }
    let convert = Convert(text, capabilities.encoding)
    let lenses = zip(convert.ranges(summaries.lazy.map(\.range)), summaries).map { CodeLens(range: $0, title: $1.text) }
    return { $0.array { for lens in lenses { lens.write(to: &$0) } } }
  }
}
