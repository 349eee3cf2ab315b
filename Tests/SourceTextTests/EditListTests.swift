import SeededRandom
import SourceText
import Testing

/// A packed list of edits is the list of edits.
struct EditListTests {
  private static func edits(_ generator: inout SeededGenerator) -> [Edit] {
    var edits: [Edit] = []
    var place = 0
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      place += Int.random(in: 0...900, using: &generator)
      let end = place + Int.random(in: 0...3, using: &generator)
      // More different ones than are remembered, and equal ones.
      edits.append(Edit(place..<end, String(repeating: "x", count: Int.random(in: 0...9, using: &generator))))
      place = end
    }
    return edits
  }

  @Test("It holds what was put in, in order", arguments: UInt64(1)...50)
  func elements(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (edits, others) = (Self.edits(&generator), Self.edits(&generator))
    let list = EditList(edits)
    #expect(Array(list) == edits)
    #expect(list == EditList(edits.lazy.map { $0 }))
    #expect((list == EditList(others)) == (edits == others))
    var moved = list
    moved.move { $0.lowerBound + 7..<$0.upperBound + 7 }
    #expect(Array(moved) == edits.map { Edit($0.range.lowerBound + 7..<$0.range.upperBound + 7, $0.replacement) })
  }

  @Test("Two lists become one in the order of the text", arguments: UInt64(1)...50)
  func merged(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let all = Self.edits(&generator)
    let isFirst = all.map { _ in Bool.random(using: &generator) }
    let (one, other) = (zip(all, isFirst).filter(\.1).map(\.0), zip(all, isFirst).filter { !$0.1 }.map(\.0))
    let merged = EditList(one).merged(with: EditList(other))
    #expect(merged.map(\.range.lowerBound) == all.map(\.range.lowerBound))
    #expect(Set(merged) == Set(all))
  }
}
