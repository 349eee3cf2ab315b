import Configuration
import Files
import Workspace

/// The input files, which no report may replace.
struct Inputs {
  private let named: [String]
  private let subjects: [Subject]

  /// - Parameter named: the files that the user named, and their configurations.
  init(_ named: [String], _ subjects: [Subject]) {
    self.named = named
    self.subjects = subjects
  }

  /// Throws if an output file is one of the inputs. A file that was merely found counts only if it holds a transcript,
  /// since an older report may lie in the directory.
  func spare(_ output: String?) throws(Failure) {
    guard let output, let status = try? FileStatus(output), status.kind == .file else { return }
    func isIt(_ path: String) -> Bool { (try? FileStatus(path))?.id == status.id }
    let isFound = subjects.contains { subject in
      guard case .file(let path) = subject.source, isIt(path) else { return false }
      return (try? TranscriptFile(subject.source, notation: subject.settings.notation))?.reading != nil
    }
    guard isFound || named.contains(where: isIt) else { return }
    throw Failure(path: output, reason: "this is an input file; choose another output file")
  }
}
