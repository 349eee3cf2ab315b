import Formats
import SeededRandom
import SourceText
import Testing
import Transcript

/// Lines of front matter in any order and at any column: several things are wrong in one item or entry, and where
/// reading has gone on behind the first, collections are open that the block did not open itself.
struct YAMLLinesTests {
  private static let lines = [
    "- line: a", "- header: b", "- c", "-", "line: d", "who: Bo", "sec: 3", "time: '0:03'", "header: e", "note: |",
    "note:", "transcript:", "k: v", "k: 'v'", "'f", "\"g\"", "\\q", "@h", "? i", "? k: l", ": m", "[n", "o]", "{p: q}",
    "r: [",
    "# s", "t", "", "|", "*u", "&v w", "!x", "a: b: c", "\ty: z", "---", "...", "\u{2028}k: v",
  ]

  @Test(
    "Lines in any order",
    arguments: [
      "", "transcript:\n- line: One.\n", "transcript:\n  - line: One.\n    sec: 1\n", "k:\n  l: m\n", "- a\n",
    ])
  func lines(beginning: String) throws {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    var random = SeededGenerator(seed: 11)
    var disagreements: [String] = []
    let count = 4_000
    for _ in 0..<count {
      var source = beginning
      for _ in 0..<Int.random(in: 2...7, using: &random) {
        let column = [0, 0, 1, 2, 2, 3, 4, 6].randomElement(using: &random)!
        source += String(repeating: " ", count: column) + Self.lines.randomElement(using: &random)! + "\n"
      }
      // To libyaml a second document may follow a line that ends the front matter, and U+2028 ends a line.
      let isWhole = !source.contains("---") && !source.contains("...") && !source.contains("\u{2028}")
      let reading = Document(Text("---\n" + source + "---\n"), format: format).reading
      if isWhole, (LibYAML.refusal(of: Array(source.utf8)) != nil) == YAMLVerdict.faults(in: reading).isEmpty {
        disagreements.append(source)
      }
      for index in reading.blocks.indices {
        let block = reading.blocks.range(of: index)
        for part in reading.blocks.parts(of: index) {
          let range = reading.range(of: part, in: index)
          try #require(block.lowerBound <= range.lowerBound && range.upperBound <= block.upperBound, "\(source)")
        }
      }
    }
    // Only a name or a tag of the whole document in another column.
    #expect(disagreements.count * 500 <= count, "\(disagreements.count): \(disagreements.prefix(12))")
  }

  @Test(
    "A line that closes what was open before the block, or what a question mark has opened, is blamed itself",
    arguments: [
      "- line: \"We begin\n  \\q: here\"\n  who: Bo\n sec: 3\n time: '0:03'\n",
      "- line: We begin\n  'x\n  who: Bo\n sec: 3\n time: '0:03'\n",
      "- line: We begin\n  k:\n    ? a\n    : b\n   sec: 3\n   time: '0:03'\n",
      "- line: We begin\n  k:\n    ? a\n    b: c\n   sec: 3\n   time: '0:03'\n",
    ])
  func closed(item: String) throws {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let text = Text("---\ntitle: The Weir\ntranscript:\n- line: Good evening.\n" + item + "---\n")
    let reading = Document(text, format: format).reading
    #expect(!YAMLVerdict.faults(in: reading).isEmpty)
  }
}
