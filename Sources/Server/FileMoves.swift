import Configuration
import Features
import LSP
import SourceText
import Workspace

/// What has to change when files get other names: the other files of an episode, and the ids of people.
struct FileMoves: Sendable {
  let files: [RenameFilesParams.File]
  let view: WorkspaceView

  /// Nil where nothing has to change.
  func edit(_ job: Job) throws(Cancelled) -> WorkspaceEdit? {
    let moved = Set(files.flatMap { [$0.old.path, $0.new.path] })
    var steps: [EpisodeMove.Step] = []
    for file in files where file.old.isFile && file.new.isFile {
      guard !job.isCancelled else { throw Cancelled() }
      let move = EpisodeMove(from: file.old.path, to: file.new.path, view.archive.configurations)
      for step in move.steps where !moved.contains(step.old) && !moved.contains(step.new) && !steps.contains(step) {
        steps.append(step)
      }
    }
    let documents = try guestEdits(job)
    guard !steps.isEmpty || !documents.isEmpty else { return nil }
    let annotation = WorkspaceEdit.Annotation(
      label: "Rename the other files of the episode", description: nil)
    let annotates = view.capabilities.client.workspace.annotations
    return WorkspaceEdit(
      documents,
      renames: steps.map {
        WorkspaceEdit.FileRename(
          old: view.uri(of: $0.old), new: DocumentURI(filePath: $0.new), annotation: annotates ? annotation : nil)
      }, isVersioned: true)
  }

  /// The id of a person is the name of their file, so it changes with that in every episode.
  private func guestEdits(_ job: Job) throws(Cancelled) -> [WorkspaceEdit.DocumentEdit] {
    let ids = files.compactMap { file -> (path: String, old: String, new: String)? in
      guard let old = PeopleFiles.id(of: file.old.path), let new = PeopleFiles.id(of: file.new.path) else { return nil }
      return old == new || old.isEmpty || new.isEmpty ? nil : (file.old.path, old, new)
    }
    guard !ids.isEmpty, !view.archive.folders.isEmpty else { return [] }
    let index = try view.index(job, phases: 2)
    var configurations = index.configurations
    var wanted: [(file: KnownFile, changes: [(old: String, new: String)])] = []
    for file in index.files {
      guard !job.isCancelled else { throw Cancelled() }
      guard let listed = file.facts?.listed else { continue }
      let changes = ids.filter { id in
        listed.contains(id.old) && configurations.settings(for: file.path).people?.contains(id.path) ?? false
      }
      if !changes.isEmpty { wanted.append((file, changes.map { ($0.old, $0.new) })) }
    }
    var documents: [WorkspaceEdit.DocumentEdit] = []
    try view.work(through: wanted, job) {
      edit(of: $0.file, $0.changes)
    } then: {
      documents += $0
    }
    return documents
  }

  private func edit(of file: KnownFile, _ changes: [(old: String, new: String)]) -> WorkspaceEdit.DocumentEdit? {
    guard let text = view.read(file), let reading = text.reading else { return nil }
    let edits = changes.compactMap { rename(reading, listed: $0.old, to: $0.new) }.flatMap(\.self)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty, text.keepsWords(with: edits) else { return nil }
    let annotation = WorkspaceEdit.Annotation(
      label: "Change the id in the front matter", description: nil, needsConfirmation: true)
    return view.documentEdit(
      edits, of: file.path, text, annotation: view.capabilities.client.workspace.annotations ? annotation : nil)
  }
}
