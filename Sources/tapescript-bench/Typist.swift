import SeededRandom
import SourceText

/// Alternately types something and deletes it, so that the text keeps its length.
struct Typist {
  /// The kind of edit.
  enum Habit {
    /// A letter inside a word.
    case letter
    /// A blank inside a word.
    case blank
    /// Another digit in the seconds of a time.
    case digit
  }

  /// The places in bytes: between two letters, or before a digit.
  private let places: [Int]
  private let bytes: [UInt8]
  private let habit: Habit
  private var random = SeededGenerator(seed: 7)
  private var typed: Int?

  init(_ bytes: [UInt8], _ habit: Habit = .letter) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let words = bytes.indices.dropFirst(200).dropLast(200).filter {
      habit == .digit
        ? bytes[$0 - 2] == UInt8(ascii: ":") && digits.contains(bytes[$0 - 1]) && digits.contains(bytes[$0])
        : letters.contains(bytes[$0 - 1]) && letters.contains(bytes[$0])
    }
    var random = SeededGenerator(seed: 3)
    places = (0..<1_000).map { _ in words.randomElement(using: &random)! }
    self.bytes = bytes
    self.habit = habit
  }

  mutating func next() -> Edit {
    if let place = typed {
      typed = nil
      return Edit(place..<(place + 1), habit == .digit ? [bytes[place]] : [])
    }
    let place = places.randomElement(using: &random)!
    typed = place
    return switch habit {
    case .letter: Edit(place..<place, "e")
    case .blank: Edit(place..<place, " ")
    case .digit: Edit(place..<(place + 1), bytes[place] == UInt8(ascii: "9") ? "8" : "9")
    }
  }
}
