import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/documentSymbol`.
extension Session {
  mutating func documentSymbol(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    // A long text has many symbols, so each is made only when it is written.
    let symbols = outline(reading).lazy.map { DocumentSymbol($0, convert) }
    guard capabilities.client.hierarchicalDocumentSymbol else {
      return { $0.array { for symbol in symbols { symbol.writeFlat(to: &$0, uri: params.uri) } } }
    }
    return { $0.array { for symbol in symbols { symbol.write(to: &$0) } } }
  }
}

extension DocumentSymbol {
  init(_ item: OutlineItem, _ convert: Convert) {
    // A client that names no kinds knows those of the protocol's first version, and the kinds used here are among them.
    let kind: Kind =
      switch item.kind {
      case .section: .namespace
      case .stretch: .module
      case .turn: .string
      }
    self.init(
      name: item.name, detail: item.detail, kind: kind, range: convert.range(item.range),
      selectionRange: convert.range(item.selection),
      children: item.children.map { DocumentSymbol($0, convert) })
  }
}
