import Rules
import SourceText
import Testing

struct RepairsTests {
  /// Offers repairs one after the other; gives which were taken, and what becomes of a text.
  private func make(_ fixes: [Edit]..., of text: String = "abcdef") -> (taken: [Bool], text: String) {
    var repairs = Repairs()
    let taken = fixes.map { repairs.add(Fix("", edits: $0)) }
    return (taken, String(decoding: Changes(repairs.edits).applied(to: Text(text)).bytes, as: UTF8.self))
  }

  @Test("Repairs that do not touch are made together")
  func together() {
    let made = make([Edit(4..<5, "E")], [Edit(0..<1, "A"), Edit(6..<6, "!")], [Edit(1..<2, "")])
    #expect(made.taken == [true, true, true])
    #expect(made.text == "AcdEf!")
  }

  @Test("A repair that meets another one waits, with all its edits", arguments: [0..<2, 1..<2, 1..<4, 3..<4, 2..<2])
  func meeting(range: Range<Int>) {
    let made = make([Edit(1..<4, "x")], [Edit(range, "y"), Edit(5..<6, "z")])
    #expect(made.taken == [true, false])
    #expect(made.text == "axef")
  }

  @Test("Of two insertions at one place one waits, since their order would be a guess")
  func insertions() {
    #expect(make([Edit(2..<2, "x")], [Edit(2..<2, "x")]).taken == [true, false])
  }

  @Test("The same replacement may be part of two repairs")
  func shared() {
    let made = make([Edit(0..<1, "A"), Edit(2..<3, "C")], [Edit(2..<3, "C"), Edit(4..<5, "E")])
    #expect(made.taken == [true, true])
    #expect(made.text == "AbCdEf")
  }
}
