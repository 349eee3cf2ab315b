import Features
import JSON
import LSP
import SourceText

/// Source: LSP 3.18, `textDocument/onTypeFormatting`.
extension Session {
  mutating func onTypeFormatting(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try OnTypeFormattingParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let offset = convert.offset(params.position)
    let typed =
      params.character == "\n" ? typedLineEnd(reading, at: offset) : typedBracket(reading, at: offset)
    let edits = convert.edits(typed.map { [Edit($0.range, $0.text)] } ?? [])
    return { $0.array { for edit in edits { edit.write(to: &$0) } } }
  }
}
