import Formats
import Foundation
import RulePages
import Rules
import SourceText
import Support
import Testing
import Transcript

extension RulePage {
  static let all = try! RulePage.all(in: Repository.root.appending(path: "docs/rules").path())

  /// What it says first, below the id.
  var summary: String { text.components(separatedBy: "\n\n").dropFirst().first ?? "" }
}

/// The findings in a text of a notation.
func findings(in text: Text, as notation: String) -> (findings: [Finding], reading: Reading)? {
  guard let format = Notations.builtIn.format(named: notation) else { return nil }
  let reading = Document(text, format: format).reading
  return (Judge.findings(in: reading), reading)
}
