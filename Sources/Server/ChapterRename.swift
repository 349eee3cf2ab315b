import Configuration
import Features
import Formats
import LSP
import SourceText
import Transcript
import Workspace

/// Renames the chapter that is called like a section, in the list of chapters beside the transcript.
///
/// The list belongs to the episode, and no other chapter is called like that, so nobody has to agree first.
struct ChapterRename: Sendable {
  let old: String
  let new: String
  let neighbours: Neighbours
  let view: WorkspaceView

  /// The change to the list; nil where no chapter is called like the section, or none can have the new title.
  func edit() -> WorkspaceEdit.DocumentEdit? {
    let captions = NotationChoice(name: Notations.captions)
    for path in neighbours.chapterLists {
      guard let list = view.archive.read(path, notation: captions), let reading = list.reading else { continue }
      let chapters = reading.segments().filter { reading.string(.words, of: $0) == old }
      guard let chapter = chapters.first, chapters.count == 1,
        let edits = reading.edits(for: [.setText(block: chapter, 0..<old.utf8.count, new)])
      else { return nil }
      let label = "Rename the chapter “\(visible(old))” to “\(visible(new))”"
      let annotates = view.capabilities.client.rename.annotates
      return view.documentEdit(
        edits, of: path, list,
        annotation: annotates ? WorkspaceEdit.Annotation(label: label, description: nil) : nil)
    }
    return nil
  }
}
