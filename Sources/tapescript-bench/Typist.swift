import SeededRandom
import SourceText

/// Types a letter inside a word somewhere and deletes it again, so that the text stays as long as it was.
struct Typist {
  /// Between two letters, in bytes.
  private let places: [Int]
  private var random = SeededGenerator(seed: 7)
  private var typed: Int?

  init(_ bytes: [UInt8]) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let words = bytes.indices.dropFirst(200).dropLast(200).filter {
      letters.contains(bytes[$0 - 1]) && letters.contains(bytes[$0])
    }
    var random = SeededGenerator(seed: 3)
    places = (0..<1_000).map { _ in words.randomElement(using: &random)! }
  }

  mutating func next() -> Edit {
    if let place = typed {
      typed = nil
      return Edit(place..<(place + 1), "")
    }
    let place = places.randomElement(using: &random)!
    typed = place
    return Edit(place..<place, "e")
  }
}
