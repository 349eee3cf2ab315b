import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/inlineCompletion`.
extension Session {
  mutating func inlineCompletion(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    guard let label = nextLabel(reading, at: convert.offset(params.position)) else { return Self.nothing }
    let range = convert.range(label.range)
    return {
      $0.array {
        $0.object {
          $0.member("insertText", label.text)
          $0.member("filterText", label.filter)
          $0.member("range", range.write)
        }
      }
    }
  }
}
