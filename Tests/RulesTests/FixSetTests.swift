import SeededRandom
import SourceText
import Support
import Testing

@testable import Rules

struct FixSetTests {
  /// Offers fixes one after the other; gives which were taken, and what becomes of a text.
  private func make(_ fixes: [Edit]..., of text: String = "abcdef") -> (taken: [Bool], text: String) {
    var set = FixSet()
    let taken = fixes.map { set.add(Fix("", edits: $0)) }
    return (taken, String(decoding: Changes(set.edits).applied(to: Text(text)).bytes, as: UTF8.self))
  }

  @Test("Fixes that do not touch are made together")
  func together() {
    let made = make([Edit(4..<5, "E")], [Edit(0..<1, "A"), Edit(6..<6, "!")], [Edit(1..<2, "")])
    #expect(made.taken == [true, true, true])
    #expect(made.text == "AcdEf!")
  }

  @Test("A fix that meets another one waits, with all its edits", arguments: [0..<2, 1..<2, 1..<4, 3..<4, 2..<2])
  func meeting(range: Range<Int>) {
    let made = make([Edit(1..<4, "x")], [Edit(range, "y"), Edit(5..<6, "z")])
    #expect(made.taken == [true, false])
    #expect(made.text == "axef")
  }

  @Test("Of two insertions at one place one waits, since their order would be a guess")
  func insertions() {
    #expect(make([Edit(2..<2, "x")], [Edit(2..<2, "x")]).taken == [true, false])
  }

  @Test("A fix that stands for many is made or waits as one of single edits would", arguments: UInt64(1)...200)
  func joint(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (packed, single) = (FixSet(), FixSet())
    for _ in 0..<5 {
      let count = Int.random(in: 1...3, using: &generator)
      let edits = (0..<count).map { index in
        let start = index * 9 + Int.random(in: 0...6, using: &generator)
        return Edit(
          start..<(start + Int.random(in: 0...2, using: &generator)), Bool.random(using: &generator) ? "x" : "")
      }
      let fix = Fix("", edits: edits)
      let isPacked = Bool.random(using: &generator)
      #expect((isPacked ? packed.add(JointFix(fix)) : packed.add(fix)) == single.add(fix))
      #expect(packed.edits == single.edits)
      #expect(packed.count == single.edits.count)
    }
  }

  @Test("The same replacement may be part of two fixes")
  func shared() {
    let made = make([Edit(0..<1, "A"), Edit(2..<3, "C")], [Edit(2..<3, "C"), Edit(4..<5, "E")])
    #expect(made.taken == [true, true])
    #expect(made.text == "AbCdEf")
  }
}
