import Files
import Rules
import SourceText
import Transcript
import Workspace

/// Adds comments that silence the findings which would make a check fail.
struct Silencing: Sendable {
  /// The reason given in the comments; empty where there is none.
  var reason: String

  /// Writes the comments into a file and returns how many findings they hide. Afterwards `file` has the new text.
  ///
  /// The file is written only if reading it again gives exactly the other findings as before.
  ///
  /// - Parameter isFailing: whether a finding is to be silenced.
  func silence(
    _ file: inout TranscriptFile, _ source: Source, judge: (Reading) -> [Finding], isFailing: (Finding) -> Bool
  ) throws(Failure) -> Int {
    guard let reading = file.reading else { return 0 }
    let text = file.text
    let before = judge(reading)
    let edits = reading.silencing(before.filter(isFailing), reason: reason)
    guard !edits.isEmpty else { return 0 }
    guard case .file(let path) = source else {
      throw Failure(path: source.name, reason: "comments can be written only into files")
    }
    if let obstacle = obstacle(toReplacing: path) {
      throw Failure(path: path, reason: "no comments were added: \(obstacle)")
    }
    let silenced = Fix("", edits: edits).applied(to: text)
    guard let again = file.reading(of: silenced, path: path) else {
      throw Failure(path: path, reason: "the comments would make the transcript unreadable, so nothing was changed")
    }
    let hidden = before.count - judge(again).count
    guard hidden >= edits.count else {
      throw Failure(path: path, reason: "the comments would cause new findings, so nothing was changed")
    }
    try replaceFile(path, text.bytes, with: silenced.bytes)
    (file.text, file.reading) = (silenced, again)
    return hidden
  }
}
