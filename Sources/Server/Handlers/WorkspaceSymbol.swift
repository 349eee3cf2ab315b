import JSON
import LSP
import SourceText
import Workspace

/// Source: LSP 3.18, `workspace/symbol`, `workspaceSymbol/resolve`.
extension Session {
  mutating func workspaceSymbol(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    guard let query = json["query"].string else { throw InvalidParams("query must be a string") }
    let (view, pause) = (workspaceView(), partDelay)
    return .work { job in
      var search = SymbolSearch(query, view)
      guard job.takesParts else {
        try search.add(try view.index(job).files, job)
        let symbols = search.take()
        return { $0.array { for symbol in symbols { symbol.write(to: &$0) } } }
      }
      let stream = SymbolStream(search, job, pause: pause)
      try stream.finish(try view.index(job, listener: { stream.take($0) }).files)
      return { $0.array { _ in } }
    }
  }

  /// Finds the place anew, since the file may have changed.
  mutating func resolveWorkspaceSymbol(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    let params = try WorkspaceSymbolResolveParams(json)
    guard let target = params.target else { return .answer(params.json.write) }
    let view = workspaceView()
    return .work { job in
      let file = try view.index(job).files.first { view.uri(of: $0.path) == target.uri }
      guard let facts = file?.facts, let place = facts.place(of: target) else {
        throw ContentModified("“\(visible(target.name))” is no longer there")
      }
      return { params.write(to: &$0, at: Location(uri: target.uri, range: PositionRange(place))) }
    }
  }
}

extension Facts {
  /// Nil where the file has no such symbol any more.
  fileprivate func place(of target: WorkspaceSymbol.Target) -> Range<SourceText.Position>? {
    switch target.kind {
    case .namespace:
      let named = sections.filter { $0.title == target.name }
      return named.isEmpty ? nil : named[min(target.number, named.count - 1)].place
    case .variable: return speakers.first { $0.label == target.name }?.place
    default: return SourceText.Position(line: 0, column: 0)..<SourceText.Position(line: 0, column: 0)
    }
  }
}
