import Files
import Rules
import SourceText
import Transcript

/// Comments that silence what would make a check fail.
struct Silencing: Sendable {
  /// Empty where none is given.
  var reason: String

  /// Writes the comments into a file, which is then what they make of it, and gives how many findings they hide.
  ///
  /// The file is written only if, read again, it has these findings less and no other one more.
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
      throw Failure(path: source.name, reason: "comments can be written into files only")
    }
    if let obstacle = obstacle(toReplacing: path) {
      throw Failure(path: path, reason: "no comments were added: \(obstacle)")
    }
    let silenced = Fix("", edits: edits).applied(to: text)
    guard let again = file.reading(of: silenced, path: path) else {
      throw Failure(path: path, reason: "with comments it could not be read any more; nothing was changed")
    }
    let hidden = before.count - judge(again).count
    guard hidden >= edits.count else {
      throw Failure(path: path, reason: "the comments would make new findings; nothing was changed")
    }
    try replaceFile(path, text.bytes, with: silenced.bytes)
    (file.text, file.reading) = (silenced, again)
    return hidden
  }
}
