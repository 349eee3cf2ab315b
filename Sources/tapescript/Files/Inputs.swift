import Configuration
import Files

/// The files that are read, which no report may replace.
struct Inputs {
  private let named: [String]
  private let subjects: [Subject]

  /// - Parameter named: files that were named, and those that say what holds for them.
  init(_ named: [String], _ subjects: [Subject]) {
    self.named = named
    self.subjects = subjects
  }

  /// Refuses a file to write to where it is one of them. One that was only found is one of them if it holds a transcript:
  /// an older report lies in the directory, too.
  func spare(_ output: String?) throws(Failure) {
    guard let output, let status = try? FileStatus(output), status.kind == .file else { return }
    func isIt(_ path: String) -> Bool { (try? FileStatus(path))?.id == status.id }
    let isFound = subjects.contains { subject in
      guard case .file(let path) = subject.source, isIt(path) else { return false }
      return (try? TranscriptFile(subject.source, notation: subject.settings.notation))?.reading != nil
    }
    guard isFound || named.contains(where: isIt) else { return }
    throw Failure(path: output, reason: "this file is read; choose another one to write to")
  }
}
