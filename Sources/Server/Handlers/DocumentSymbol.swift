import Features
import JSON
import LSP
import Transcript

/// Source: LSP 3.18, `textDocument/documentSymbol`.
extension Session {
  /// The outline of a long text takes longer than a keystroke may wait, so it is made beside the session, from a copy.
  mutating func documentSymbol(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    let params = try TextDocumentParams(json)
    let capabilities = capabilities
    guard let document = documents[params.uri], document.text.count > Self.mostAtOnce else {
      guard let reading = documents[params.uri]?.reading else { return .answer(Self.nothing) }
      return .answer(Self.symbols(reading, of: params.uri, capabilities))
    }
    guard let read = documents[params.uri]?.readingOfSnapshot else { return .answer(Self.nothing) }
    return .work { _ in
      read().map { Self.symbols($0, of: params.uri, capabilities) } ?? Self.nothing
    }
  }

  /// In bytes. The outline of a shorter text is made at once, mostly in less than a tenth of a second. Beside the session it would be
  /// read a second time, which takes as much memory again.
  private static let mostAtOnce = 2_000_000

  private static func symbols(_ reading: Reading, of uri: DocumentURI, _ capabilities: Capabilities) -> Answer {
    let convert = Convert(reading.text, capabilities.encoding)
    let isTree = capabilities.client.hierarchicalDocumentSymbol
    return { writer in
      writer.array { writer in
        // A long text has many symbols, so each is made only when it is written.
        forEachOutlineItem(reading) { item in
          let symbol = DocumentSymbol(item, convert)
          if isTree { symbol.write(to: &writer) } else { symbol.writeFlat(to: &writer, uri: uri) }
        }
      }
    }
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
