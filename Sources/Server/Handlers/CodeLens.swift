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
    let plays = playsSections(params.uri, summaries)
    let lenses = zip(convert.ranges(summaries.lazy.map(\.range)), summaries).map { range, summary in
      CodeLens(
        range: range, title: (plays ? "▶ " : "") + summary.text,
        command: plays ? CodeLens.Command(name: ServerCommand.openRecording.rawValue, uri: params.uri) : nil)
    }
    return { $0.array { for lens in lenses { lens.write(to: &$0) } } }
  }

  /// Whether a lens leads to the recording: the client can open it, and something says where it is.
  private mutating func playsSections(_ uri: DocumentURI, _ summaries: [SectionSummary]) -> Bool {
    let client = capabilities.client.requests
    guard ServerCommand.openRecording.isOffered(to: client), client.showsDocuments, let first = summaries.first,
      let reading = documents[uri]?.reading
    else { return false }
    return playbackLink(reading, at: first.range.lowerBound, recording: documents[uri]?.recording) != nil
  }
}
