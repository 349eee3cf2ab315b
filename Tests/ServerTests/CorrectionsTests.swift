import SourceText
import Support
import Testing

@testable import Server

/// What was typed over what.
struct CorrectionsTests {
  private func typed(_ text: String, _ edits: [(Range<Int>, String)]) -> [String] {
    var text = Text(text)
    var corrections = Corrections()
    for (range, replacement) in edits {
      let edit = Edit(range, replacement)
      corrections.note(edit, in: text)
      text.apply(edit)
    }
    return corrections.all.map { "\(String(decoding: $0.original, as: UTF8.self)) > \(text.string($0.range))" }
  }

  @Test func keystrokesAreOneCorrection() {
    #expect(typed("the lamp oyl burns", [(9..<12, ""), (9..<9, "o"), (10..<10, "i"), (11..<11, "l")]) == ["oyl > oil"])
    // From behind and from before.
    #expect(typed("abcdef", [(2..<3, "X"), (3..<4, "Y"), (1..<2, "Z")]) == ["bcd > ZXY"])
    #expect(typed("abcdef", [(1..<2, "X"), (3..<4, "Y"), (1..<4, "Q")]) == ["bcd > Q"])
  }

  @Test func placesMoveWithTheText() {
    #expect(typed("one two three", [(8..<13, "drei"), (0..<3, "eins")]) == ["three > drei", "one > eins"])
    #expect(typed("one two three", [(8..<13, "drei"), (0..<4, "")]) == ["three > drei", "one  > "])
  }

  @Test func whatIsLongIsForgotten() {
    let long = String(repeating: "x", count: 500)
    #expect(typed("one two", [(0..<3, "eins"), (2..<2, long)]) == [])
    #expect(typed("one two", (0..<40).map { _ in (0..<0, "a b ") }).count == 1)
  }

  /// However somebody types, the text that was opened can be made again.
  @Test(arguments: 0..<50)
  func theOriginalCanBeMadeAgain(seed: Int) {
    let original = Text("Ida: We begin at the door of the lamp shop. (0:10)\n\nTove: The owner is up.\n")
    var random = Numbers(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    var text = original
    var corrections = Corrections()
    for _ in 0..<25 {
      let start = random.next(below: text.count + 1)
      let edit = Edit(
        start..<min(text.count, start + random.next(below: 4)),
        String(repeating: "é", count: random.next(below: 3)))
      corrections.note(edit, in: text)
      text.apply(edit)
    }
    for correction in corrections.all.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.apply(Edit(correction.range, correction.original))
    }
    #expect(text.bytes == original.bytes)
  }

  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
  }
}
