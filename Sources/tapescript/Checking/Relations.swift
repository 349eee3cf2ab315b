import Configuration
import Files
import Rules
import Transcript

/// Which of the files of one check hold much of the same transcript.
///
/// Found before anything is judged, in a reading of its own: of a file that was read nothing is kept but the hashes of its
/// turns, so that thousands of files need little memory.
struct Relations: Sendable {
  private var turns = TurnIndex()
  /// By name: the files around each, of which some are the same episode once more.
  private var neighbours: [String: Neighbours] = [:]

  /// A file alone has no relations, and the standard input has none. Nothing is read where nobody wants to know.
  init(_ subjects: [Subject], _ selection: Selection) {
    let rule = Rule.named("transcript-duplicate")!
    let files = subjects.filter { subject in
      guard subject.source.filePath != nil else { return false }
      return selection.applied(to: subject.settings.rules).isOn(rule)
    }
    guard files.count > 1 else { return }
    let read = inParallel(files) { subject in
      // A file that cannot be read is named when its turn comes.
      (try? TranscriptFile(subject.source, notation: subject.settings.notation))?.reading.map(LongTurns.init)
    }
    for (subject, found) in zip(files, read) {
      guard let found else { continue }
      turns.update(subject.source.name, found)
      neighbours[subject.source.name] = subject.neighbours
    }
  }

  /// The other files that hold much of the transcript in one, without those of the same episode.
  func copies(of subject: Subject) -> [TranscriptCopy] {
    guard let path = subject.source.filePath else { return [] }
    let episode = episodeName(path)
    return turns.copies(of: path) { other in
      // The notations of an archive may have a folder each: files with one name are one episode there, too.
      episodeName(other) == episode || subject.neighbours.hasSibling(absolutePath(other))
        || neighbours[other]?.hasSibling(absolutePath(path)) == true
    }
  }
}
