import Rules
import SeededRandom
import SourceText
import Support
import Testing

struct ChangesTests {
  @Test("Changes of changes are changes of the first text", arguments: UInt64(1)...200)
  func follow(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let first = Text("abcdefghijklmnopqrstuvwxyz")
    var changes = Changes()
    var text = first
    for _ in 0..<6 {
      let edits = Self.edits(in: text, &generator)
      changes.follow(with: EditList(edits), of: text)
      for edit in edits.reversed() { text.apply(edit) }
      var replayed = first
      for edit in changes.edits.reversed() { replayed.apply(edit) }
      #expect(replayed == text)
      for (edit, next) in zip(changes.edits, changes.edits.dropFirst()) {
        #expect(edit.range.upperBound < next.range.lowerBound)
      }
    }
  }

  /// Some edits in the order of the text, none touching another.
  private static func edits(in text: Text, _ generator: inout SeededGenerator) -> [Edit] {
    var edits: [Edit] = []
    var place = Int.random(in: 0...4, using: &generator)
    while place < text.count {
      let end = min(text.count, place + Int.random(in: 0...3, using: &generator))
      let new = String("0123".prefix(Int.random(in: 0...3, using: &generator)))
      edits.append(Edit(place..<end, new))
      place = end + Int.random(in: 1...9, using: &generator)
    }
    return edits
  }

  @Test(
    "A stretch moves with the text around it",
    arguments: [
      (0..<2, 0..<2), (5..<6, 8..<9), (9..<10, 11..<12), (1..<6, 1..<9),
      // Inside an edit, or touching it: with all of the replacement.
      (3..<4, 3..<7), (2..<3, 2..<7), (4..<5, 3..<8), (8..<9, 10..<11),
    ])
  func moved(range: Range<Int>, expected: Range<Int>) {
    // abcdefghij: `d` gives way to four letters, `h` to none.
    let changes = Changes([Edit(3..<4, "XXXX"), Edit(7..<8, "")])
    #expect(changes.moved(range) == expected)
  }
}
