import Configuration
import Features
import Files
import LSP
import SourceText
import Workspace

/// What has to change when files and folders get other names: the other files of an episode, links to what moves, and the
/// ids of people.
struct FileMoves: Sendable {
  let files: [RenameFilesParams.File]
  let view: WorkspaceView

  /// Nil where nothing has to change.
  func edit(_ job: Job) throws(Cancelled) -> WorkspaceEdit? {
    let files = files.filter { $0.old.isFile && $0.new.isFile }
    guard !files.isEmpty else { return nil }
    let index = try view.index(job, phases: 2)
    var relocation = Relocation()
    for file in files { relocation.add(absolutePath(file.old.path), absolutePath(file.new.path)) }
    let steps = try self.steps(files, index, relocation, job)
    for step in steps { relocation.add(step.old, step.new) }
    let documents = try edits(files, index, relocation, job)
    guard !steps.isEmpty || !documents.isEmpty else { return nil }
    let renames = steps.map { step in
      WorkspaceEdit.FileRename(
        old: view.uri(of: step.old), new: DocumentURI(filePath: step.new), annotation: annotation(.episode))
    }
    job.tell(
      AnnouncedRename(files: files, further: renames.map { RenameFilesParams.File(old: $0.old, new: $0.new) }))
    return WorkspaceEdit(
      documents, renames: renames, isVersioned: view.capabilities.client.versionedEdits)
  }

  /// The other files of the episodes that move; none where the client renames no files for the server.
  private func steps(
    _ files: [RenameFilesParams.File], _ index: FileIndex, _ relocation: Relocation, _ job: Job
  ) throws(Cancelled) -> [EpisodeMove.Step] {
    guard view.capabilities.client.workspace.renamesFiles else { return [] }
    // Of what lies in a folder, transcripts are known. A file that is renamed by itself may be any of an episode.
    let inFolders = index.files.lazy.filter { $0.facts != nil && relocation.moves($0.path) }.map(\.path)
    let moved = files.map { absolutePath($0.old.path) }.filter { !Self.isFolder($0) }
    var configurations = index.configurations
    var steps: [EpisodeMove.Step] = []
    var known: Set<EpisodeMove.Step> = []
    for path in moved + inFolders.filter({ !moved.contains($0) }) {
      guard !job.isCancelled else { throw Cancelled() }
      for step in EpisodeMove(of: path, relocation, &configurations).steps where known.insert(step).inserted {
        steps.append(step)
      }
    }
    return steps
  }

  /// The changes to texts, one of each.
  private func edits(
    _ files: [RenameFilesParams.File], _ index: FileIndex, _ relocation: Relocation, _ job: Job
  ) throws(Cancelled) -> [WorkspaceEdit.DocumentEdit] {
    guard !view.archive.folders.isEmpty else { return [] }
    let links = LinkEdits(relocation, in: view.archive)
    let ids = Self.ids(files)
    var configurations = index.configurations
    var wanted: [(file: KnownFile, ids: [PersonID])] = []
    for file in index.files {
      guard !job.isCancelled else { throw Cancelled() }
      let listed = ids.isEmpty ? [] : file.facts?.listed ?? []
      let changes = ids.filter { id in
        listed.contains(id.old) && configurations.settings(for: file.path).people?.contains(id.path) ?? false
      }
      if !changes.isEmpty || links.concern(file) { wanted.append((file, changes)) }
    }
    var documents: [WorkspaceEdit.DocumentEdit] = []
    try view.work(through: wanted, job) {
      edit(of: $0.file, $0.ids, links)
    } then: {
      documents += $0
    }
    for changed in ConfigurationEdits(relocation, in: index, view.archive).all(configurations) {
      documents.append(
        view.capabilities.documentEdit(
          changed.edits, of: view.uri(of: changed.path), changed.text,
          version: view.archive.open[changed.path]?.version, annotation: annotation(.links)))
    }
    return documents
  }

  private func edit(of file: KnownFile, _ ids: [PersonID], _ links: LinkEdits) -> WorkspaceEdit.DocumentEdit? {
    guard let text = view.read(file) else { return nil }
    var edits: [(edit: Edit, what: Annotations)] = []
    if let reading = text.reading, !ids.isEmpty {
      let own = ids.compactMap { rename(reading, listed: $0.old, to: $0.new) }.flatMap(\.self)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
      if text.keepsWords(with: own) { edits += own.map { ($0, .id) } }
    }
    for edit in links.edits(of: text, at: file.path) where !edits.contains(where: { $0.edit.range.touches(edit.range) })
    {
      edits.append((edit, .links))
    }
    guard !edits.isEmpty else { return nil }
    edits.sort { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
    var document = view.documentEdit(edits.map(\.edit), of: file.path, text)
    for (index, edit) in edits.enumerated() { document.edits[index].annotation = annotation(edit.what) }
    return document
  }

  private enum Annotations {
    case episode, id, links
  }

  /// Nil where the client shows none.
  private func annotation(_ what: Annotations) -> WorkspaceEdit.Annotation? {
    guard view.capabilities.client.workspace.annotations else { return nil }
    return switch what {
    case .episode: WorkspaceEdit.Annotation(label: "Rename the other files of the episode", description: nil)
    case .id:
      WorkspaceEdit.Annotation(label: "Change the id in the front matter", description: nil, needsConfirmation: true)
    case .links: WorkspaceEdit.Annotation(label: "Change the links to what moves", description: nil)
    }
  }

  /// The id of a person whose file is renamed.
  private struct PersonID: Sendable {
    /// Of the file.
    var path: String
    var old: String
    var new: String
  }

  /// The id of a person is the name of their file, so it changes with that in every episode. In another folder it stays.
  private static func ids(_ files: [RenameFilesParams.File]) -> [PersonID] {
    files.compactMap { file in
      guard let old = PeopleFiles.id(of: file.old.path), let new = PeopleFiles.id(of: file.new.path), old != new,
        !old.isEmpty, !new.isEmpty, !isFolder(file.old.path)
      else { return nil }
      return PersonID(path: file.old.path, old: old, new: new)
    }
  }

  private static func isFolder(_ path: String) -> Bool { (try? FileStatus(path))?.kind == .directory }
}
