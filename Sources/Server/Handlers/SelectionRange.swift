import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/selectionRange`.
extension Session {
  mutating func selectionRange(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try SelectionRangeParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let answers = params.positions.map { position in
      let offset = convert.offset(position)
      let ranges = selections(reading, at: offset)
      return SelectionRange(ranges: (ranges.isEmpty ? [offset..<offset] : ranges).map(convert.range))
    }
    return { $0.array { for answer in answers { answer.write(to: &$0) } } }
  }
}
