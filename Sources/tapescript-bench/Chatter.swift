import SeededRandom

/// Invents sentences of common words.
struct Chatter {
  private var random: SeededGenerator

  init(seed: UInt64 = 2_021) {
    random = SeededGenerator(seed: seed)
  }

  private static let words = """
    a about after again all and anchor bread bridge but can chair cold dark down every fine garden grey harbour have \
    here how in island it kettle know lamp late letter light little long look map more morning moss near never nobody \
    north of old one only paint paper quiet rain river road rope round salt sea see slow small so some stone story \
    table than that the then there they thing time to tower two under very water we well what when wind with wood year
    """.split(separator: " ").map(String.init)

  /// No word is repeated directly, since `repeated-word` would report that in every other sentence.
  mutating func words(_ count: ClosedRange<Int>) -> [String] {
    var last = -1
    return (0..<Int.random(in: count, using: &random)).map { _ in
      let place = Int.random(in: 0..<(Self.words.count - 1), using: &random)
      last = place < last || last < 0 ? place : place + 1
      return Self.words[last]
    }
  }

  mutating func sentences(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in sentence(words(5...14)) + "." }.joined(separator: " ")
  }

  mutating func title() -> String { sentence(words(3...6)) }

  private func sentence(_ words: [String]) -> String {
    words.joined(separator: " ").enumerated().map { $0.offset == 0 ? $0.element.uppercased() : String($0.element) }
      .joined()
  }
}
