import SeededRandom
import SourceText
import Support
import Testing

/// Where a text in Markdown names other files.
@Suite struct MarkdownLinksTests {
  private func paths(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MarkdownLinks.destinations(in: bytes).map { destination in
      let path = String(decoding: bytes[destination.range], as: UTF8.self)
      return destination.isInAngles ? "<\(path)>" : path
    }
  }

  @Test(arguments: [
    ("See [the ferry](ferry.md).", ["ferry.md"]),
    ("[a](./a.md#part) [b](b.md?x=1#y) [c](#part)", ["./a.md", "b.md"]),
    ("![the rope](../img/rope.png \"A rope\")", ["../img/rope.png"]),
    ("[![rope](rope.png)](rope.md)", ["rope.png", "rope.md"]),
    ("[a](<the ferry.md>) [b]( b.md\n'two\nlines' )", ["<the ferry.md>", "b.md"]),
    ("[a](rope_(wet).md) [b](rope\\).md)", ["rope_(wet).md", "rope\\).md"]),
    ("[a](the ferry.md) [b](a.md", []),
    ("a](b.md) \\[a](b.md) [a\\](b.md)", []),
    ("Say `[a](b.md)` and ``[a](`b.md)`` but `[c](d.md)", ["d.md"]),
    ("`` [a](b.md) ` [c](d.md)", ["b.md", "d.md"]),
    ("[ferry]: ferry.md\n[fog]: <the fog.md> 'Fog'\n", ["ferry.md", "<the fog.md>"]),
    ("Ada said\n[so]: rope.md\n", []),
    ("[00:12]: words\n\n[Ada]: ferry.md said so\n\n[^1]: ferry.md\n", ["words"]),
    ("```\n[a](b.md)\n```\n[c](d.md)\n~~~ text\n[e](f.md)\n~~\n~~~\n", ["d.md"]),
    ("<!-- [a](b.md)\n\n[c](d.md) -->\n[e](f.md) <!-- [g](h.md) --> [i](j.md)", ["f.md", "j.md"]),
    ("[open <!-- not closed](a.md) <!-- [b](b.md)", ["a.md", "b.md"]),
    ("# [a](b.md)\n[c]: d.md\r\n\r\n[e](f.md)\r[g](h.md)", ["b.md", "d.md", "f.md", "h.md"]),
    ("[the\nferry](ferry.md) [the\n\nferry](fog.md)", ["ferry.md"]),
  ])
  func found(text: String, expected: [String]) {
    #expect(paths(text) == expected)
  }

  @Test(
    "Which of them are images",
    arguments: [
      ("![rope](rope.png)", [true]), ("[rope](rope.png)", [false]), ("[![rope](rope.png)](rope.md)", [true, false]),
      ("! [rope](rope.png) !\n[fog](fog.png)", [false, false]), ("![a [b](c.md) d](e.png)", [false, true]),
      ("`![a](b.png)` ![c](d.png)", [true]), ("[rope]: rope.png", [false]), ("\\![rope](rope.png)", [false]),
    ])
  func images(text: String, expected: [Bool]) {
    #expect(MarkdownLinks.destinations(in: Array(text.utf8)).map(\.isImage) == expected)
  }

  /// Nothing is looked at over and over, however little of it is closed.
  @Test(arguments: ["[a](", "[a](<", "`", "[a](b \"", "<!-- ", "[", "[a]: ", "]( \n", "(`` ` ", "[x]: a '\n"])
  func workGrowsWithTheText(unit: String) {
    func time(_ count: Int) -> Duration {
      let bytes = Array(String(repeating: unit, count: count).utf8)
      return processorTime { _ = MarkdownLinks.destinations(in: bytes) }
    }
    // Caches may be cold, so one fair run is enough.
    let ratios = (0..<4).lazy.map { _ in time(16_000) / max(time(4_000), .microseconds(200)) }
    #expect(ratios.contains { $0 < 9 })
  }

  /// Whatever stands in a text, each range is one of it.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func senseless(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks = Array("[]()<>`\\\"'#?!:~-\n\r ab.".utf8)
    let bytes = (0..<600).map { _ in marks.randomElement(using: &generator)! }
    for destination in MarkdownLinks.destinations(in: bytes) {
      #expect(!destination.range.isEmpty && destination.range.upperBound <= bytes.count)
    }
  }
}
