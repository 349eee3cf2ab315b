import Configuration
import JSON
import LSP

/// Source: LSP 3.18, `workspace/willRenameFiles`, `workspace/didRenameFiles`.
extension Session {
  mutating func willRenameFiles(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    let params = try RenameFilesParams(json)
    guard capabilities.client.workspace.renamesFiles else { return .answer(Self.nothing) }
    // An editor that renames a file because it was told to asks about that one, too.
    let own = params.files.filter { file in !announcedRenames.contains { $0.isOfOneEpisode(with: file) } }
    announcedRenames = (announcedRenames + own).suffix(Self.mostAnnounced)
    let moves = FileMoves(files: own, view: workspaceView())
    return .work { job in
      let edit = try moves.edit(job)
      return { if let edit { edit.write(to: &$0) } else { $0.null() } }
    }
  }

  mutating func didRenameFiles(_ json: JSONValue) throws(InvalidParams) {
    let files = try RenameFilesParams(json).files
    announcedRenames.removeAll(where: files.contains)
    facts.noteChange()
    mustReload = mustReload || concernDocuments(files.flatMap { [$0.old.path, $0.new.path] })
  }

  /// What was announced and never done is forgotten at some time.
  private static let mostAnnounced = 100
}

extension RenameFilesParams.File {
  /// Whether another file of an episode gets the same new name.
  fileprivate func isOfOneEpisode(with other: RenameFilesParams.File) -> Bool {
    old != other.old && episodeName(old.path) == episodeName(other.old.path)
      && episodeName(new.path) == episodeName(other.new.path)
  }
}
