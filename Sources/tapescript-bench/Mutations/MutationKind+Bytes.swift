import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  static let bytes = [
    MutationKind("a byte that is not UTF-8") { specimen, random in
      letter(of: specimen, &random).map { place in
        Mutation("encoding", .none, in: specimen.text, Edit(place..<(place + 1), [0xE9]))
      }
    },
    MutationKind("a letter that was decoded wrongly") { specimen, random in
      letter(of: specimen, &random).map { place in
        var healthy = specimen.text
        healthy.apply(Edit(place..<(place + 1), "é"))
        return Mutation("mojibake", .first, in: healthy, Edit(place..<(place + 2), "Ã©"))
      }
    },
    MutationKind("a character that nobody sees") { specimen, random in
      letter(of: specimen, &random).map { place in
        Mutation("invisible-character", .first, in: specimen.text, Edit(place..<place, "\u{200B}"))
      }
    },
  ]
}

/// The second of two adjacent letters in a spoken word.
private func letter(of specimen: Specimen, _ random: inout SeededGenerator) -> Int? {
  guard let (_, _, range) = specimen.anyPart(.words, &random) else { return nil }
  let small = UInt8(ascii: "a")...UInt8(ascii: "z")
  return range.dropFirst().filter {
    small.contains(specimen.text.bytes[$0]) && small.contains(specimen.text.bytes[$0 - 1])
  }
  .randomElement(using: &random)
}
