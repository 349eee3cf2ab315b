import Formats
import Foundation
import RulePages
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Fixes in every file we have: they come to rest, they leave nothing to do, and they touch nothing else.
struct FixPointTests {
  @Test("Examples and rule pages", arguments: [FixLoop.Choice.safe, .best])
  func ours(choice: FixLoop.Choice) throws {
    for path in Repository.files(in: "docs/examples", endings: ["md", "txt"]) {
      try expectRest(try Repository.text(path), choice, path)
    }
    for page in RulePage.all {
      for example in page.flagged + page.silent {
        let text = Marked(example.source).text
        try expectRest(text, choice, "docs/rules/\(page.id).md:\(example.line)", as: example.notation)
      }
    }
  }

  @Test("Corpus of the notations", arguments: [FixLoop.Choice.safe, .best])
  func corpus(choice: FixLoop.Choice) throws {
    for path in Repository.files(in: "Tests/FormatsTests/Corpus", endings: ["txt"]) {
      let notation = path.split(separator: "/")[3]
      try expectRest(try Repository.text(path), choice, path, as: String(notation))
    }
  }

  @Test(
    "Real transcripts",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws {
    let files = Repository.allSamples()
    try #require(!files.isEmpty)
    var made = 0
    for file in files { made += try expectRest(try file.text(), .safe, file.lastPathComponent) }
    print("\(made) safe fixes in \(files.count) real transcripts")
  }

  @Test("Files with the line ends of other systems, and with a byte order mark")
  func lineEnds() throws {
    for path in Repository.files(in: "docs/examples", endings: ["md", "txt"]) {
      let text = try Repository.text(path)
      let source = text.string(0..<text.count).replacing("time: '", with: "time: ").replacing(
        "'\n  who", with: "\n  who")
      for end in ["\r\n", "\r"] {
        let changed = Text("\u{FEFF}" + source.replacing("\n", with: end))
        guard let fixed = try expectFixed(changed, .best, path, as: nil) else { continue }
        let result = fixed.reading.text
        #expect(result.bytes.starts(with: "\u{FEFF}".utf8))
        let rest = result.string(0..<result.count).unicodeScalars.split(separator: end.unicodeScalars)
        #expect(rest.allSatisfy { !$0.contains("\n") && !$0.contains("\r") }, "\(path)")
      }
    }
  }

  /// How many fixes were made.
  @discardableResult
  private func expectRest(_ text: Text, _ choice: FixLoop.Choice, _ name: String, as notation: String? = nil) throws
    -> Int
  {
    guard let result = try expectFixed(text, choice, name, as: notation) else { return 0 }
    let again = try #require(try mend(result.reading.text, choice, as: notation))
    #expect(again.made == 0 && again.reading.text == result.reading.text, "\(name): a second time")
    return result.made
  }

  private func expectFixed(_ text: Text, _ choice: FixLoop.Choice, _ name: String, as notation: String?) throws
    -> FixLoop.Result?
  {
    guard let result = try mend(text, choice, as: notation) else { return nil }

    // Nothing that could be fixed is left, but for what was refused.
    let left = result.findings.filter { choice == .best ? !$0.fixes.isEmpty : $0.fixes.contains(where: \.isSafe) }
    #expect(choice == .safe ? left.isEmpty : left.count == result.refused.count, "\(name)")

    // Between the edits stands what stood there, byte by byte.
    var (old, new) = (0, 0)
    for edit in result.changes.edits {
      let kept = text.bytes[old..<edit.range.lowerBound]
      #expect(result.reading.text.bytes[new..<(new + kept.count)] == kept, "\(name)")
      new += kept.count + edit.replacement.count
      old = edit.range.upperBound
    }
    #expect(result.reading.text.bytes[new...] == text.bytes[old...], "\(name)")
    return result
  }

  private func mend(_ text: Text, _ choice: FixLoop.Choice, as notation: String?) throws -> FixLoop.Result? {
    let found = notation.flatMap(Notations.builtIn.format(named:)) ?? Detection.detect(text).format
    guard let format = found else { return nil }
    let loop = FixLoop(choice) { version in
      notation == nil && Detection.detect(version).format?.name != format.name
        ? nil : Document(version, format: format).reading
    } judge: {
      Judge.findings(in: $0)
    }
    return loop.run(Document(text, format: format).reading)
  }
}
