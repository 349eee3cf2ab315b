import Formats
import SeededRandom
import SourceText
import Testing
import Transcript

/// What no person would write: marks of YAML in any order. The verdict is libyaml's there, too, and whatever is read lies
/// where it was read.
struct YAMLSnippetTests {
  private static let pieces = [
    "- ", "-", "? ", ": ", ":", "a", "b c", "'d'", "\"e\"", "[", "]", "{", "}", ", ", ",", "\n", "\n", "\n", "\n  ",
    "\n  ",
    "\n    ", "\n ", " ", "  ", "&x ", "*x", "!t ", "!!s ", "|\n", ">-\n", " # c", "#", "k: ", "k: ", "k: v\n", "- a\n",
    "'", "\"",
    "\t", "transcript:\n", "line: ", "- line: x\n", "  sec: 1\n", "who: y\n", "%", "@", "\\", "&x\n",
    "- {line: x, who: [y",
  ]

  @Test("Marks in any order")
  func snippets() throws {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    var random = SeededGenerator(seed: 5)
    var disagreements: [String] = []
    var accepted = 0
    let count = 12_000
    for _ in 0..<count {
      var source = Bool.random(using: &random) ? "k: " : ""
      for _ in 0..<Int.random(in: 1...12, using: &random) { source += Self.pieces.randomElement(using: &random)! }
      source += "\n"
      let reading = Document(Text("---\n" + source + "---\n"), format: format).reading
      let isRefused = LibYAML.refusal(of: Array(source.utf8)) != nil
      if !isRefused { accepted += 1 }
      if isRefused == YAMLVerdict.faults(in: reading).isEmpty { disagreements.append(source) }
      for index in reading.blocks.indices {
        let block = reading.blocks.range(of: index)
        for part in reading.blocks.parts(of: index) {
          let range = reading.range(of: part, in: index)
          try #require(block.contains(range), "\(part) of \(source)")
        }
      }
    }
    // A name or a tag of the whole document in another column, and a tab before a comment below a plain value.
    #expect(disagreements.count * 1_000 <= count, "\(disagreements)")
    #expect(accepted * 20 > count)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Self) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
