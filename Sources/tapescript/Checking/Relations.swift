import Files
import Platform
import Rules
import Synchronization
import Transcript
import Workspace

/// Finds files of one check that contain much of the same transcript.
///
/// All files are read for this before the check itself. Only the hashes of their turns are kept, and the readings of the
/// first few megabytes, so that an archive of any size needs little memory and most checks read each file once.
struct Relations: Sendable {
  private var index = CopyIndex()
  /// By name.
  private var read: [String: TranscriptFile] = [:]

  /// How much text is kept read, in bytes.
  private static let mostKept = 16_000_000

  /// A single file has nothing to compare with, and neither has the standard input. If the rule is off, nothing is
  /// read.
  init(_ subjects: [Subject], _ selection: Selection) {
    let rule = Rule.named("transcript-duplicate")!
    let files = subjects.filter { subject in
      guard subject.source.filePath != nil else { return false }
      return selection.applied(to: subject.settings.rules).isOn(rule)
    }
    guard files.count > 1 else { return }
    let room = Room(Self.mostKept)
    let found = inParallel(files) { subject -> (turns: LongTurns?, file: TranscriptFile?) in
      // A file that cannot be read is reported later, when it is checked.
      guard let file = try? TranscriptFile(subject.source, notation: subject.settings.notation) else {
        return (nil, nil)
      }
      return (file.reading.map(LongTurns.init), room.take(file.text.count) ? file : nil)
    }
    for (subject, found) in zip(files, found) {
      read[subject.source.name] = found.file
      guard let found = found.turns else { continue }
      index.add(subject.source.name, at: absolutePath(subject.source.name), found, subject.neighbours)
    }
  }

  /// A file as it was read.
  func file(_ subject: Subject) throws(Failure) -> TranscriptFile {
    if let file = read[subject.source.name] { return file }
    return try TranscriptFile(subject.source, notation: subject.settings.notation)
  }

  /// The other files that contain much of the same transcript, without those of the same episode.
  func copies(of subject: Subject) -> TranscriptCopies? {
    subject.source.filePath == nil ? nil : index.copies(of: subject.source.name)
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
