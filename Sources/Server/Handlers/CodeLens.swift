import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/codeLens`.
extension Session {
  mutating func codeLens(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let uncertain = documents[params.uri]?.uncertainPassages ?? []
    let lenses = sectionSummaries(reading, uncertain: uncertain).map { summary in
      CodeLens(range: convert.range(summary.range), title: summary.text)
    }
    return { $0.array { for lens in lenses { lens.write(to: &$0) } } }
  }
}
