import Configuration
import Features
import LSP
import SourceText
import Workspace

/// Renames a speaker in the files beside the one where the user asked for it.
struct SpeakerRename: Sendable {
  let old: String
  let new: String
  let document: DocumentURI
  /// Of the document.
  let neighbours: Neighbours
  let view: WorkspaceView

  /// Nobody looks through the changes to more files before agreeing to them.
  private static let mostFiles = 1_000

  /// The changes to each file that has this speaker, each for the user to agree to: those of the same episode first.
  func furtherEdits(_ job: Job) throws(Cancelled) -> [WorkspaceEdit.DocumentEdit] {
    let files = try view.others(than: document, whereSpeak: [old], job)
    let siblings = files.filter { neighbours.concerns($0.path) }
    let others = files.filter { !neighbours.concerns($0.path) }
    return try edits(of: siblings, "in the other files of the episode", job)
      + edits(of: others, "in other episodes", job)
  }

  private func edits(
    of files: [KnownFile], _ place: String, _ job: Job
  ) throws(Cancelled) -> [WorkspaceEdit.DocumentEdit] {
    var documents: [WorkspaceEdit.DocumentEdit] = []
    try view.work(through: files.prefix(Self.mostFiles), job) { file in
      edits(of: file)
    } then: {
      documents += $0
    }
    guard !documents.isEmpty, view.capabilities.client.rename.annotates else { return documents }
    let left = files.count - documents.count
    let annotation = WorkspaceEdit.Annotation(
      label: "Rename “\(visible(old))” to “\(visible(new))” \(place)",
      description: left == 0 ? nil : "\(counted(left, "file")) cannot have this name and stay as they are.",
      needsConfirmation: true)
    return documents.map { document in
      var document = document
      document.annotation = annotation
      return document
    }
  }

  /// Nil where the speaker cannot have this name.
  private func edits(of file: KnownFile) -> WorkspaceEdit.DocumentEdit? {
    guard let text = view.read(file), let reading = text.reading,
      case .renaming(let renaming) = rename(reading, speaker: old, to: new), !renaming.edits.isEmpty,
      text.keepsWords(with: renaming.edits, label: new)
    else { return nil }
    return view.documentEdit(renaming.edits, of: file.path, text)
  }
}
