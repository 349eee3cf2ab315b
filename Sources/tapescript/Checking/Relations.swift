import Configuration
import Files
import Rules
import Transcript

/// Finds files of one check that contain much of the same transcript.
///
/// All files are read for this before the check itself. Only the hashes of their turns are kept, so that thousands of
/// files need little memory.
struct Relations: Sendable {
  private var turns = TurnIndex()
  /// By the name of a file: the files around it, some of which are other versions of the same episode.
  private var neighbours: [String: Neighbours] = [:]

  /// A single file has nothing to compare with, and neither has the standard input. If the rule is off, nothing is
  /// read.
  init(_ subjects: [Subject], _ selection: Selection) {
    let rule = Rule.named("transcript-duplicate")!
    let files = subjects.filter { subject in
      guard subject.source.filePath != nil else { return false }
      return selection.applied(to: subject.settings.rules).isOn(rule)
    }
    guard files.count > 1 else { return }
    let read = inParallel(files) { subject in
      // A file that cannot be read is reported later, when it is checked.
      (try? TranscriptFile(subject.source, notation: subject.settings.notation))?.reading.map(LongTurns.init)
    }
    for (subject, found) in zip(files, read) {
      guard let found else { continue }
      turns.update(subject.source.name, found)
      neighbours[subject.source.name] = subject.neighbours
    }
  }

  /// The other files that contain much of the same transcript, without those of the same episode.
  func copies(of subject: Subject) -> [TranscriptCopy] {
    guard let path = subject.source.filePath else { return [] }
    let episode = episodeName(path)
    return turns.copies(of: path) { other in
      // An archive may have one folder for each notation, so files with the same name in different folders are one
      // episode.
      episodeName(other) == episode || subject.neighbours.hasSibling(absolutePath(other))
        || neighbours[other]?.hasSibling(absolutePath(path)) == true
    }
  }
}
