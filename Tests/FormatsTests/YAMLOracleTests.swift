import Formats
import Foundation
import SourceText
import Support
import Testing
import Transcript
import Yams

/// A second opinion on the values of front matter: what Yams reads, the block reader reads. Whether it accepts the same texts
/// is the question of `YAMLVerdictTests`.
struct YAMLOracleTests {
  static let examples = Repository.files(in: "docs/examples", endings: ["md"])

  @Test("Our examples", arguments: examples)
  func ourExamples(path: String) throws {
    try expectAgreement(try Repository.text(path), path)
  }

  @Test(
    "Real transcripts",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func realTranscripts() throws {
    let files = Repository.samples(
      in: "datatalks", "datatalks-history", "datatalks-people", "first-five", "lenny", "bitcoin")
    try #require(!files.isEmpty)
    for file in files { try expectAgreement(try file.text(), file.lastPathComponent) }
  }

  @Test(
    "Values in every style",
    arguments: [
      "plain words", "'it''s quoted'", "\"say \\\"so\\\" \\u00e9\"", "folded over\n    two lines",
      "'folded\n    in quotes'",
      "\"folded \\\n    and joined\"", "'blank line\n\n    inside'", "plain\n\n    with a blank line", "a # comment",
      "[a, b]",
      "{a: b}", "|\n    block\n    text", ">-\n    folded\n    text", "C#", "a:b", "-x", "?x", ":x",
      "http://example.org/#x",
      "~", "''", "don't", "\"\"", "x # y\n  # z", "!!str 12", "'a' # b", "- not, a list", "[a] b", "a: b", "\"a\" b",
      "'it's'",
      "@x", "`x`", "%x", "* x", "> x", "a\n    b: c", "a # b\n    c", "\"\\q\"", "x:", ", x", "]", "'open", "\"open",
      "[open", "{open", "&anchor x", "'x'y", "tab\tinside", "\n    below its key", "\n    below: mapping",
      "\n    - below",
    ])
  func styles(value: String) throws {
    let text = Text(
      "---\ntitle: \(value.replacingOccurrences(of: "\n    ", with: "\n  "))\ntranscript:\n- line: \(value)\n  who: Ada\n- line: two\n  who: Bo\n---\n"
    )
    try expectAgreement(text, value)
    // What Yams refuses, the block reader refuses too.
    if yaml(text) == nil { #expect(!faults(in: text).isEmpty, "\(value) is no YAML") }
  }

  private func expectAgreement(_ text: Text, _ name: String) throws {
    guard let expected = yaml(text) else { return }
    let reading = Document(text, format: try #require(Notations.builtIn.format(named: "front-matter"))).reading
    #expect(faults(in: text).isEmpty, "\(name): \(faults(in: text))")
    let read = items(reading)
    let items = expected["transcript"]?.sequence.map { Array($0) } ?? []
    try #require(read.count == items.count, "\(name)")
    for (number, item) in items.enumerated() {
      for (key, part) in read[number] where part.quoting != .other {
        let value = item.mapping?[Node(key)]
        #expect(value?.scalar?.string ?? "" == part.value, "\(name), item \(number + 1), \(key)")
      }
    }
    if let title = expected["title"]?.scalar, quoting(of: "title", reading) != .other {
      #expect(reading.title ?? "" == title.string, "\(name)")
    }
  }

  private func quoting(of key: String, _ reading: Reading) -> Quoting? {
    let index = reading.blocks.indices.first { reading.string(.key, of: $0) == key }
    return index.flatMap { reading.part(.value, of: $0)?.quoting }
  }

  /// What Yams makes of the front matter; nil where it refuses it.
  private func yaml(_ text: Text) -> Node.Mapping? {
    let source = text.string(0..<text.count)
    let lines = source.components(separatedBy: "\n").map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    guard let open = lines.firstIndex(of: "---"), let close = lines[(open + 1)...].firstIndex(of: "---") else {
      return nil
    }
    let body = lines[(open + 1)..<close].joined(separator: "\n") + "\n"
    return (try? Yams.compose(yaml: body))?.mapping
  }

  private func faults(in text: Text) -> [Fault] {
    guard let format = Notations.builtIn.format(named: "front-matter") else { return [] }
    let reading = Document(text, format: format).reading
    return reading.blocks.indices.flatMap { reading.blocks.parts(of: $0).compactMap(\.fault) }.filter(\.isYAML)
  }

  /// The items of the transcript with the decoded values of their keys.
  private func items(_ reading: Reading) -> [[String: (value: String, quoting: Quoting)]] {
    var isInside = false
    return reading.blocks.indices.compactMap { index in
      let parts = reading.blocks.parts(of: index)
      if reading.blocks[index].kind == .metadata {
        isInside = reading.string(.key, of: index) == "transcript" ? true : isInside && parts.isEmpty
        return nil
      }
      guard isInside, !parts.isEmpty else { return nil }
      var item: [String: (value: String, quoting: Quoting)] = [:]
      var key = ""
      for part in parts where part.kind != .fault && part.kind != .comment {
        if part.kind == .key {
          key = reading.string(of: part, in: index)
        } else {
          item[key] = (reading.string(of: part, in: index), part.quoting)
        }
      }
      return item
    }
  }
}
