import Testing
import Transcript

struct LineBreakingTests {
  @Test(
    "Lines end at a mark where they can, and are about as long as each other",
    arguments: [
      ("The tide is in.", ["The tide is in."]),
      ("The tide is in, and the boats are out.", ["The tide is in,", "and the boats are out."]),
      ("The tide is in. And all of the boats are out.", ["The tide is in.", "And all of the boats are out."]),
      // No comma: the middle.
      ("The tide is in and the boats are all out there", ["The tide is in and the", "boats are all out there"]),
      ("", []), ("  ", []),
      (
        "antidisestablishmentarianismfloccinaucinihilipilification",
        [
          "antidisestablishmentarianismfloccinaucinihilipilification"
        ]
      ),
      (
        "灯塔在一个小岛上，每天早上都有人来送面包和牛奶，我们在这里住了一年。",
        [
          "灯塔在一个小岛上，每天早上都有人来送面包和牛奶，", "我们在这里住了一年。",
        ]
      ),
    ])
  func broken(text: String, lines: [String]) {
    let breaking = LineBreaking(lines: 2, length: 32)
    #expect(breaking.broken(text) == lines)
  }

  @Test("A label takes room on the first line")
  func indent() {
    let breaking = LineBreaking(lines: 2, length: 20)
    #expect(breaking.broken("The tide is in now.", indent: 0) == ["The tide is in now."])
    #expect(breaking.broken("The tide is in now.", indent: 10) == ["The", "tide is in now."])
    // A label that fills the line by itself leaves the words together.
    #expect(breaking.broken("Now.", indent: 30) == ["Now."])
    #expect(breaking.broken("Not now.", indent: 30).joined(separator: " ") == "Not now.")
  }

  @Test("A text that does not fit has more lines, and loses nothing")
  func tooLong() {
    let text = String(repeating: "all the boats are out ", count: 12)
    let lines = LineBreaking(lines: 2, length: 32).broken(text)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.count <= 32 })
    #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
  }
}
