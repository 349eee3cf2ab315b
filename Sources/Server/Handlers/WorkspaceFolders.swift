import JSON
import LSP

/// Source: LSP 3.18, `workspace/didChangeWorkspaceFolders`.
extension Session {
  mutating func didChangeWorkspaceFolders(_ json: JSONValue) {
    let removed = Set(json["event"]["removed"].array?.compactMap { $0["uri"].utf8 } ?? [])
    let added = json["event"]["added"].array?.compactMap { $0["uri"].utf8 } ?? []
    let kept = folders.filter { !removed.contains($0.bytes) }
    useFolders(kept + added.map(DocumentURI.init).filter { !kept.contains($0) })
    reloadConfigurations()
  }

  /// Takes the folders that are open in the client. Paths in the editor's settings are relative to the first.
  mutating func useFolders(_ folders: [DocumentURI]) {
    self.folders = folders
    configurations.workspaces = folders.map(\.path)
    facts.noteChange()
  }
}
