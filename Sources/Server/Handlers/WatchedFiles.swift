import Configuration
import JSON
import LSP

/// Source: LSP 3.18, `workspace/didChangeWatchedFiles`.
extension Session {
  /// Files are read again only if one of the changed files can affect an open document, which is rare. Several
  /// notifications in a row are handled together, before the next message of another kind.
  mutating func didChangeWatchedFiles(_ json: JSONValue) {
    let changes = json["changes"].array
    let paths = changes?.compactMap { $0["uri"].utf8.map { DocumentURI($0).path } }
    // Source: LSP 3.18, `FileChangeType`.
    let isOfContent = changes?.allSatisfy { $0["type"].integer == 2 } ?? false
    if let paths, isOfContent { facts.noteChange(of: paths) } else { facts.noteChange() }
    mustSeekCopies = true
    guard !mustReload else { return }
    mustReload = paths.map(concernDocuments) ?? true
  }

  /// Reads the files again if one of them has changed.
  mutating func heedWatchedFiles() {
    guard mustReload else { return }
    mustReload = false
    reloadConfigurations()
  }

  func concernDocuments(_ paths: [String]) -> Bool {
    let configurations = configurations.paths
    let vicinity = Vicinity(documents.values.map(\.neighbours))
    return paths.contains {
      $0.hasSuffix("/" + ConfigurationFile.name) || configurations.contains($0) || vicinity.concerns($0)
    }
  }

  /// The patterns that a client is asked to watch from the beginning.
  mutating func firstWatchers() -> [String] {
    watchedEndings = Set(TextFile.endings)
    return ["**/" + ConfigurationFile.name, "**/*.{\(TextFile.endings.joined(separator: ","))}"]
  }

  /// Asks the client to watch the file name endings that configurations and documents use and that it does not watch
  /// yet.
  ///
  /// - Parameter uri: the document that was opened; nil if the surroundings of all documents may have changed.
  mutating func watchMore(for uri: DocumentURI? = nil) {
    guard watchedEndings != nil else { return }
    let changed = uri.map { documents[$0].map { [$0] } ?? [] } ?? Array(documents.values)
    watch(changed.reduce(into: configurations.endings) { $0.formUnion($1.neighbours.endings) })
  }

  /// Asks the client to watch the file name endings that it does not watch yet.
  mutating func watch(_ wanted: Set<String>) {
    guard let watched = watchedEndings else { return }
    let new = wanted.subtracting(watched).sorted()
    guard !new.isEmpty else { return }
    watchedEndings = watched.union(new)
    let wish = Registration(
      id: "workspace/didChangeWatchedFiles/\(new.joined(separator: ","))", method: "workspace/didChangeWatchedFiles"
    ) { $0.writeWatchers(new.map { $0 == "*" ? "**/*" : "**/*." + $0 }) }
    register([wish])
  }
}

extension JSONWriter {
  /// Source: LSP 3.18, `DidChangeWatchedFilesRegistrationOptions`.
  mutating func writeWatchers(_ patterns: [String]) {
    object {
      $0.member("watchers") { $0.array { for pattern in patterns { $0.object { $0.member("globPattern", pattern) } } } }
    }
  }
}
