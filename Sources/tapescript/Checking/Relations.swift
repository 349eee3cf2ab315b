import Configuration
import Files
import Rules
import Synchronization
import Transcript

/// Which of the files of one check hold much of the same transcript.
///
/// Found before anything is judged. Of each file that was read the hashes of its turns are kept; the reading itself only of the
/// first few megabytes, so that an archive of any size needs little memory and most checks read each file once.
struct Relations: Sendable {
  private var turns = TurnIndex()
  /// By name: the files around each, of which some are the same episode once more.
  private var neighbours: [String: Neighbours] = [:]
  /// By name.
  private var read: [String: TranscriptFile] = [:]

  /// How much text is kept read, in bytes.
  private static let mostKept = 16_000_000

  /// A file alone has no relations, and the standard input has none. Nothing is read where nobody wants to know.
  init(_ subjects: [Subject], _ selection: Selection) {
    let rule = Rule.named("transcript-duplicate")!
    let files = subjects.filter { subject in
      guard subject.source.filePath != nil else { return false }
      return selection.applied(to: subject.settings.rules).isOn(rule)
    }
    guard files.count > 1 else { return }
    let room = Room(Self.mostKept)
    let found = inParallel(files) { subject -> (turns: LongTurns?, file: TranscriptFile?) in
      // A file that cannot be read is named when its turn comes.
      guard let file = try? TranscriptFile(subject.source, notation: subject.settings.notation) else {
        return (nil, nil)
      }
      return (file.reading.map(LongTurns.init), room.take(file.text.count) ? file : nil)
    }
    for (subject, found) in zip(files, found) {
      read[subject.source.name] = found.file
      guard let found = found.turns else { continue }
      turns.update(subject.source.name, found)
      neighbours[subject.source.name] = subject.neighbours
    }
  }

  /// A file as it was read.
  func file(_ subject: Subject) throws(Failure) -> TranscriptFile {
    if let file = read[subject.source.name] { return file }
    return try TranscriptFile(subject.source, notation: subject.settings.notation)
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

/// Room for something, of which several threads take.
private final class Room: Sendable {
  private let left: Mutex<Int>

  init(_ size: Int) {
    left = Mutex(size)
  }

  /// Takes so much, if there is as much left.
  func take(_ size: Int) -> Bool {
    left.withLock { left in
      guard size <= left else { return false }
      left -= size
      return true
    }
  }
}
