import Formats
import Foundation
import Rules
import SourceText
import Support
import Testing
import Transcript

/// The page of a rule, whose examples are its tests.
struct RulePage: Sendable {
  struct Example: Sendable {
    var notation: String
    var source: String
    var line: Int
    /// What is configured for it: the block of JSON above it.
    var configuration: String?
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
    var configuration: String?
    // By bytes, because CR and LF are one character to a string.
    for (number, bytes) in self.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = String(decoding: bytes, as: UTF8.self)
      if var example = open {
        if line == "```" {
          if example.source.hasSuffix("\n") { example.source.removeLast() }
          switch heading {
          case _ where example.notation == "json": configuration = example.source
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
        open = Example(
          notation: notation, source: "", line: number + 1, configuration: notation == "json" ? nil : configuration)
        configuration = nil
      } else if line.hasPrefix("## ") {
        heading = line
      }
    }
  }

  /// What it says first, below the id.
  var summary: String { text.components(separatedBy: "\n\n").dropFirst().first ?? "" }

  static let all: [RulePage] = Repository.files(in: "docs/rules", endings: ["md"])
    .filter { !$0.hasSuffix("/README.md") }.compactMap { try? RulePage($0) }
}

extension RulePage: CustomStringConvertible {
  var description: String { id }
}

extension RulePage {
  /// The findings in an example, or in another text in its place; the page's rule is on.
  func findings(in example: Example, _ text: Text? = nil) throws -> (findings: [Finding], reading: Reading) {
    let configured = try ExampleConfiguration(rule: id, json: example.configuration)
    let format = try #require(Detection.format(named: example.notation))
    let reading = Document(text ?? Marked(example.source).text, format: format).reading
    return (Judge.findings(in: reading, configured.settings, configured.surroundings(of: reading)), reading)
  }
}

/// The findings in a text of a notation.
func findings(in text: Text, as notation: String) -> (findings: [Finding], reading: Reading)? {
  guard let format = Detection.format(named: notation) else { return nil }
  let reading = Document(text, format: format).reading
  return (Judge.findings(in: reading), reading)
}
