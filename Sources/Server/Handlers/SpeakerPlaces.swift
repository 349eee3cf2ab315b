import Features
import JSON
import LSP

/// Speakers as symbols. Source: LSP 3.18, `textDocument/definition`, `textDocument/documentHighlight`,
/// `textDocument/linkedEditingRange`.
extension Session {
  mutating func definition(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let (symbol, convert) = speaker(at: params.position, of: params.uri) else { return Self.nothing }
    let location = Location(uri: params.uri, range: convert.range(symbol.definition))
    guard capabilities.client.look.definitionLinks else { return location.write }
    let origin = convert.range(symbol.origin)
    return { $0.array { location.writeLink(from: origin, to: &$0) } }
  }

  mutating func documentHighlight(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let (symbol, convert) = speaker(at: params.position, of: params.uri) else { return Self.nothing }
    let places = symbol.places
    let highlights = zip(places, convert.ranges(places)).map { place, range in
      DocumentHighlight(range: range, kind: place == symbol.entry ? .write : .read)
    }
    return { $0.array { for highlight in highlights { highlight.write(to: &$0) } } }
  }

  mutating func linkedEditingRange(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let labels = linkedLabels(reading, at: convert.offset(params.position))
    guard !labels.isEmpty else { return Self.nothing }
    // A label may have blanks, which end a word in most clients.
    let pattern = #"[^\r\n]+"#
    return LinkedEditingRanges(ranges: convert.ranges(labels), wordPattern: pattern).write
  }

  mutating func speaker(at position: Position, of uri: DocumentURI) -> (SpeakerSymbol, Convert)? {
    guard let reading = documents[uri]?.reading else { return nil }
    let convert = Convert(reading.text, capabilities.encoding)
    return speakerSymbol(reading, at: convert.offset(position)).map { ($0, convert) }
  }
}
