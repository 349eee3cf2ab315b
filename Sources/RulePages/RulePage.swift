import Formats
import FoundationEssentials
import Rules
import SourceText
import Transcript

/// The page of a rule, whose examples are its tests.
public struct RulePage: Sendable {
  public struct Example: Sendable {
    public var notation: String
    public var source: String
    public var line: Int
    /// What is configured for it: the block of JSON above it.
    public var configuration: String?

    /// Without the lines of carets.
    public var text: Text { Marked(source).text }
  }

  public var id: String
  public var text: String
  public var flagged: [Example] = []
  public var silent: [Example] = []
  /// What the first fix of the first finding makes of the flagged example with the same number.
  public var fixed: [Example] = []

  public init(id: String, _ text: String) {
    (self.id, self.text) = (id, text)
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
          case _ where Notations.builtIn.format(named: example.notation) == nil: break
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

  /// The pages in a directory, by their ids.
  public static func all(in directory: String) throws -> [RulePage] {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    return try names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { name in
      let bytes = try Data(contentsOf: URL(filePath: directory).appending(path: name))
      return RulePage(id: String(name.dropLast(3)), String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension RulePage: CustomStringConvertible {
  public var description: String { id }
}

extension RulePage {
  /// The findings in an example, or in another text in its place; the page's rule is on.
  public func findings(in example: Example, _ text: Text? = nil) throws -> (findings: [Finding], reading: Reading) {
    let configured = try ExampleConfiguration(rule: id, json: example.configuration)
    // Only blocks of a notation are examples.
    let format = Notations.builtIn.format(named: example.notation) ?? Notations.builtIn.formats[0]
    let reading = Document(text ?? example.text, format: format).reading
    return (configured.findings(in: reading), reading)
  }
}
