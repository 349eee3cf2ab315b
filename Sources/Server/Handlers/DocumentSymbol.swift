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
    let uncertain = documents[params.uri]?.uncertainPassages ?? []
    guard let document = documents[params.uri], document.text.count > Self.mostAtOnce else {
      guard let reading = documents[params.uri]?.reading else { return .answer(Self.nothing) }
      return .answer(Self.symbols(reading, uncertain, of: params.uri, capabilities))
    }
    guard let read = documents[params.uri]?.readingOfSnapshot else { return .answer(Self.nothing) }
    return .work { _ in
      read().map { Self.symbols($0, uncertain, of: params.uri, capabilities) } ?? Self.nothing
    }
  }

  /// In bytes. The outline of a shorter text is made at once, mostly in less than a tenth of a second. Beside the session it would be
  /// read a second time, which takes as much memory again.
  private static let mostAtOnce = 2_000_000

  private static func symbols(
    _ reading: Reading, _ uncertain: [Range<Int>], of uri: DocumentURI, _ capabilities: Capabilities
  ) -> Answer {
    let convert = Convert(reading.text, capabilities.encoding)
    let isTree = capabilities.client.hierarchicalDocumentSymbol
    return { writer in
      writer.array { writer in
        // A long text has many symbols, so each is made only when it is written.
        forEachOutlineItem(reading, uncertain: uncertain) { item in
          if isTree { item.write(to: &writer, convert) } else { item.writeFlat(to: &writer, convert, uri) }
        }
      }
    }
  }
}

extension OutlineItem {
  fileprivate func write(to writer: inout JSONWriter, _ convert: Convert) {
    let inside = { (writer: inout JSONWriter) in for child in children { child.write(to: &writer, convert) } }
    DocumentSymbol(self, convert).write(to: &writer, children: children.isEmpty ? nil : inside)
  }

  fileprivate func writeFlat(
    to writer: inout JSONWriter, _ convert: Convert, _ uri: DocumentURI, in container: String? = nil
  ) {
    DocumentSymbol(self, convert).writeFlat(to: &writer, uri: uri, container: container)
    for child in children { child.writeFlat(to: &writer, convert, uri, in: name) }
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
      case .passage: .boolean
      }
    self.init(
      name: item.name, detail: item.detail, kind: kind, range: convert.range(item.range),
      selectionRange: convert.range(item.selection))
  }
}
