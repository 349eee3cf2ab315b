import Files
import Platform
import Rules
import SourceText
import Transcript
import Workspace

/// Which fixes are made, and whether they are written.
struct FixRun: Sendable {
  enum Purpose: Sendable {
    /// Files are written. The text of the standard input is written to the standard output.
    case write
    /// Nothing is written; the changes are shown.
    case show
  }

  var choice: FixLoop.Choice
  var purpose: Purpose
  var terminal: Terminal
  /// Whether one of the sources is the standard input.
  var takesStandardInput: Bool

  var isMerelyShown: Bool { purpose == .show }

  /// Whether the standard output takes a text, so that nothing else may be written to it.
  var givesText: Bool { purpose == .write && takesStandardInput }

  /// Makes the fixes in one file and writes it where that is wanted. Afterwards `file` has the new text.
  ///
  /// - Parameter judge: finds the findings in a reading of this file.
  func fix(
    _ file: inout TranscriptFile, _ source: Source, judge: @escaping (Reading, FixScope) -> [Finding]
  ) throws(Failure) -> FixOutcome {
    let text = file.text
    guard let reading = file.reading else {
      // A text from the standard input is always written to the standard output, even if nothing was found in it.
      try write(text, text, to: source)
      return FixOutcome()
    }
    let original = file
    let scope: FixScope = choice == .safe ? .safe : .all
    let loop = FixLoop(choice, read: { original.reading(of: $0, path: source.path) }, judge: { judge($0, scope) })
    let result = loop.run(reading)
    let fixed = result.reading.text
    if fixed != text, case .file(let path) = source, let obstacle = obstacle(toReplacing: path) {
      return FixOutcome(refusals: [visible("\(source.name): not fixed: \(obstacle)")])
    }
    try write(fixed, text, to: source)
    (file.text, file.reading) = (fixed, result.reading)
    return FixOutcome(
      made: result.made, left: result.findings.isEmpty ? [] : result.demoted(judge(result.reading, .told)),
      refusals: result.refused.map { $0.text(in: fixed, of: source.name) },
      diff: isMerelyShown ? UnifiedDiff(text, result.changes).bytes(name: source.name, terminal) : [])
  }

  private func write(_ text: Text, _ old: Text, to source: Source) throws(Failure) {
    guard purpose == .write else { return }
    switch source {
    case .file(let path): if text != old { try replaceFile(path, old.bytes, with: text.bytes) }
    case .staged(let staged):
      throw Failure(path: staged.path, reason: "staged content cannot be changed; change the file and stage it again")
    case .standardInput:
      guard writeAll(text.bytes, to: STDOUT_FILENO) else {
        throw Failure(path: "cannot write the text", reason: lastSystemError())
      }
    }
  }
}

/// The result of fixing one file.
struct FixOutcome: Sendable {
  /// How many findings were fixed, or would be.
  var made = 0
  /// The findings that are left; nil where nothing was read.
  var left: [Finding]?
  /// Why other fixes were not made, one line for each.
  var refusals: [String] = []
  /// The diff, where changes are only shown.
  var diff: [UInt8] = []
}

extension TranscriptFile {
  /// The reading of another version of this file; nil where it would be read in another notation.
  func reading(of version: Text, path: String?) -> Reading? {
    let again = TranscriptFile(version, notation: laidDown, path: path)
    return again.notation == notation ? again.reading : nil
  }
}

extension FixLoop.Refusal {
  fileprivate func text(in text: Text, of name: String) -> String {
    let place = text.place(of: finding.range.lowerBound)
    return visible(
      "\(name):\(place.line):\(place.column): not fixed [\(finding.rule)]: “\(fix.title)” \(reason.text)")
  }
}

extension FixLoop.Refusal.Reason {
  fileprivate var text: String {
    switch self {
    case .mistake(let finding): "would make a new mistake: \(finding.message) [\(finding.rule)]"
    case .unreadable: "would leave no readable transcript"
    case .changes(let words) where words.isEmpty: "would change more than it is meant to; look at it"
    case .changes(let words):
      "would change more than it is meant to: “\(words.prefix(60))\(words.count > 60 ? "…" : "")”; look at it"
    case .restless: "is undone by another fix, or would have to be made again and again"
    case .unproven: "was not tried by itself: too many fixes of this file do harm"
    }
  }
}
