import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/prepareRename`.
extension Session {
  mutating func prepareRename(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    guard let target = renameTarget(reading, at: convert.offset(params.position)) else { return Self.nothing }
    return {
      $0.object {
        $0.member("range", convert.range(target.range).write)
        $0.member("placeholder", target.name)
      }
    }
  }
}
