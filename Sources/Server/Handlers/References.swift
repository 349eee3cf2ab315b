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
    let own = convert.ranges(ranges).map { Location(uri: params.uri, range: $0) }
    guard !folders.isEmpty else { return .answer { $0.writeLocations(own) } }
    let view = workspaceView()
    let names = symbol.names
    return .work { job in
      var locations = own
      if job.takesParts { job.send { $0.writeLocations(own) } }
      let files = try view.others(than: params.uri, whereSpeak: names, job)
      try view.work(through: files.prefix(Self.mostFiles), job) { file -> [Location]? in
        guard let text = view.read(file), let reading = text.reading else { return nil }
        let convert = view.convert(text.text)
        return convert.ranges(labels(reading, of: names)).map { Location(uri: view.uri(of: file.path), range: $0) }
      } then: { found in
        let found = found.flatMap(\.self)
        if job.takesParts { job.send { $0.writeLocations(found) } } else { locations += found }
      }
      return { $0.writeLocations(job.takesParts ? [] : locations) }
    }
  }

  /// Nobody looks through the turns in more files.
  private static let mostFiles = 2_000
}

extension JSONWriter {
  fileprivate mutating func writeLocations(_ locations: [Location]) {
    array { for location in locations { location.write(to: &$0) } }
  }
}
