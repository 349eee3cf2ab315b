import Formats
import Foundation
import Rules
import SourceText
import Support
import Transcript

/// The page of a rule, whose examples are its tests.
struct RulePage: Sendable {
  struct Example: Sendable {
    var notation: String
    var source: String
    var line: Int
  }

  var id: String
  var text: String
  var flagged: [Example] = []
  var silent: [Example] = []
  /// What the first fix of the first finding makes of the flagged example with the same number.
  var fixed: [Example] = []

  init(_ path: String) throws {
    let text = try Repository.text(path)
    self.text = text.string(0..<text.count)
    id = String(path.split(separator: "/").last?.dropLast(3) ?? "")
    var heading = ""
    var open: Example?
    for (number, line) in self.text.components(separatedBy: "\n").enumerated() {
      if var example = open {
        if line == "```" {
          if example.source.hasSuffix("\n") { example.source.removeLast() }
          switch heading {
          case _ where Detection.format(named: example.notation) == nil: break
          case "## Flagged": flagged.append(example)
          case "## Silent": silent.append(example)
          case "## Fix": fixed.append(example)
          default: break
          }
          open = nil
        } else {
          open?.source += line + "\n"
        }
      } else if line.hasPrefix("```") {
        let notation = line.dropFirst(3).split(separator: " ").first.map(String.init) ?? ""
        open = Example(notation: notation, source: "", line: number + 1)
      } else if line.hasPrefix("## ") {
        heading = line
      }
    }
  }

  static let all: [RulePage] = Repository.files(in: "docs/rules", endings: ["md"]).compactMap { try? RulePage($0) }
}

extension RulePage: CustomStringConvertible {
  var description: String { id }
}

/// The findings in a text of a notation.
func findings(in text: Text, as notation: String) -> (findings: [Finding], reading: Reading)? {
  guard let format = Detection.format(named: notation) else { return nil }
  let reading = Document(text, format: format).reading
  return (Judge.findings(in: reading), reading)
}
