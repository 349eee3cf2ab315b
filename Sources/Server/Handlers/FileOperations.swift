import Configuration
import Files
import JSON
import LSP

/// What a client is about to rename, and what it was told to rename because of that.
struct AnnouncedRename: Sendable {
  /// What the user renames: files and folders.
  let files: [RenameFilesParams.File]
  let further: [RenameFilesParams.File]
}

/// Source: LSP 3.18, `workspace/willRenameFiles`, `workspace/didRenameFiles`.
extension Session {
  mutating func willRenameFiles(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    let params = try RenameFilesParams(json)
    // An editor that renames a file because it was told to asks about that one, too.
    let own = params.files.filter { file in !announcedRenames.contains { $0.further.contains(where: file.isSame) } }
    guard !own.isEmpty else { return .answer(Self.nothing) }
    let moves = FileMoves(files: own, view: workspaceView())
    return .work(on: .all) { job in
      let edit = try moves.edit(job)
      return { if let edit { edit.write(to: &$0) } else { $0.null() } }
    }
  }

  /// The client is told of a rename with an answer, and asks about it before it is done.
  mutating func announce(_ rename: AnnouncedRename) {
    announcedRenames = (announcedRenames + [rename]).suffix(Self.mostAnnounced)
  }

  mutating func didRenameFiles(_ json: JSONValue) throws(InvalidParams) {
    let files = try RenameFilesParams(json).files
    announcedRenames.removeAll { announced in files.contains { announced.files.contains(where: $0.isSame) } }
    facts.noteChange()
    mustSeekCopies = true
    // What was in a folder may concern any document.
    mustReload =
      mustReload || files.contains { (try? FileStatus($0.new.path))?.kind == .directory }
      || concernDocuments(files.flatMap { [$0.old.path, $0.new.path] })
  }

  /// What was announced and never done is forgotten at some time.
  private static let mostAnnounced = 100
}

extension RenameFilesParams.File {
  /// A client may spell a path in another way than the server.
  fileprivate func isSame(as other: RenameFilesParams.File) -> Bool {
    old.path == other.old.path && new.path == other.new.path
  }
}
