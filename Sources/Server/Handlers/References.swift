import Features
import JSON
import LSP
import Workspace

/// Source: LSP 3.18, `textDocument/references`.
extension Session {
  /// The labels in the document, then those of the same names in the other files of the workspace. Only files in which
  /// somebody has one of these names are read.
  mutating func references(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    let params = try ReferenceParams(json)
    guard let (symbol, convert) = speaker(at: params.position, of: params.uri) else { return .answer(Self.nothing) }
    let ranges = params.includesDeclaration ? symbol.places : symbol.labels
    let own = LabelLocations(uri: params.uri, ranges: convert.ranges(ranges))
    guard !folders.isEmpty else { return .answer { $0.write([own]) } }
    let view = workspaceView()
    let names = symbol.names
    return .work { job in
      var places = [own]
      if job.takesParts { job.send { $0.write([own]) } }
      let files = try view.others(than: params.uri, whereSpeak: names, job)
      try view.work(through: files.prefix(Self.mostFiles), job) { file -> LabelLocations? in
        guard let text = view.read(file), let reading = text.reading else { return nil }
        let convert = view.convert(text.text)
        return LabelLocations(uri: view.uri(of: file.path), ranges: convert.ranges(labels(reading, of: names)))
      } then: { found in
        if job.takesParts { job.send { $0.write(found) } } else { places += found }
      }
      return { $0.write(job.takesParts ? [] : places) }
    }
  }

  /// Nobody looks through the turns in more files.
  private static let mostFiles = 2_000
}

/// The labels of a speaker in one document.
private struct LabelLocations: Sendable {
  var uri: DocumentURI
  var ranges: [PositionRange]
}

extension JSONWriter {
  fileprivate mutating func write(_ places: [LabelLocations]) {
    array { for place in places { Location.write(place.ranges, of: place.uri, to: &$0) } }
  }
}
