import SeededRandom
import SourceText
import Testing

@testable import Rules

/// The searches that remember how far they got find what a search finds that starts over each time.
struct SearchTests {
  @Test("The distance of two words is that of the full table, as far as the limit goes", arguments: UInt64(1)...40)
  func editDistances(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let letters = Array("abc".utf8)
      func word() -> [UInt8] {
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
      }
      let (a, b) = (word(), word())
      let whole = Self.fullDistance(a, b)
      for limit in 0...10 { #expect(editDistance(a, b, atMost: limit) == min(whole, limit + 1)) }
    }
  }

  /// Optimal string alignment, by the whole table.
  private static func fullDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
    for i in a.indices {
      for j in b.indices {
        var cost = min(table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, table[i - 1][j - 1] + 1) }
        table[i + 1][j + 1] = cost
      }
    }
    return table[a.count][b.count]
  }

  @Test("Words of a glossary are those that a search for each finds", arguments: UInt64(1)...40)
  func lexicon(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["oil", "Oil", "lamp oil", "lamp", "lam", "oils", "öl", "c#", "a"]
    let gaps = [" ", "  ", "\n", ", ", "-", ".", "s ", "“", "", "_"]
    for _ in 0..<100 {
      let terms = words.shuffled(using: &generator).prefix(4)
      let lexicon = Lexicon(terms.map { Settings.Term(wrong: $0, right: "<\($0.count)>") })
      var text = ""
      for _ in 0..<12 { text += words.randomElement(using: &generator)! + gaps.randomElement(using: &generator)! }
      let bytes = Array(text.utf8)
      let found = bytes.withUnsafeBufferPointer { lexicon.matches(in: $0).map(\.range) }
      #expect(found == Self.stretches(of: Array(terms), in: bytes), "\(terms) in \(text)")
    }
  }

  private static func stretches(of terms: [String], in bytes: [UInt8]) -> [Range<Int>] {
    func isInWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      var start = index
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if bytes[start] == 0xE2 { return false }
      return isAlphanumeric(bytes[start]) || bytes[start] == UInt8(ascii: "_") || bytes[start] >= 0x80
    }
    func end(_ term: [UInt8], _ start: Int) -> Int? {
      var place = start
      for letter in term {
        guard place < bytes.count else { return nil }
        if letter == 0x20 {
          guard bytes[place] <= 0x20 else { return nil }
          while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        } else {
          let isSame = bytes[place] == letter || !term.contains(where: isUpper) && lowercased(bytes[place]) == letter
          guard isSame else { return nil }
          place += 1
        }
      }
      return isInWord(place - 1) && isInWord(place) ? nil : place
    }
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let ends = isInWord(index) && isInWord(index - 1) ? [] : terms.compactMap { end(Array($0.utf8), index) }
      if let last = ends.max() { found.append(index..<last) }
      index = ends.max() ?? index + 1
    }
    return found
  }

  @Test("The nearest word does not depend on the order of people")
  func nearest() {
    #expect(nearestWord(to: "henrike", among: ["henrika", "henriko"]) == "henrika")
    #expect(nearestWord(to: String(repeating: "x", count: 100_000), among: ["x"]) == nil)
    #expect(nearestWord(to: "ab", among: ["abcdefgh"]) == nil)
    #expect(nearestWord(to: "abc", among: ["abcdefghijklmnop"]) == "abcdefghijklmnop")
  }
}
