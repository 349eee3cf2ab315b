import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  /// In cues a label may be missing, and a name with a slip in its marks may be the first words of a sentence.
  static let labels = marksOfLabels.map { $0.butNotIn(\.hasCues) } + [misspeltLabel.butNotIn { $0.notation == "srt" }]

  private static let marksOfLabels = [
    MutationKind("a lost colon behind a label") { specimen, random in
      label(of: specimen, &random).map { range in
        Mutation(
          "speaker-malformed", .somewhere, in: specimen.text, Edit(range.upperBound..<(range.upperBound + 1), ""),
          at: range)
      }
    },
    MutationKind("a blank before the colon of a label") { specimen, random in
      label(of: specimen, &random).map { range in
        Mutation("speaker-malformed", .first, in: specimen.text, Edit(range.upperBound..<range.upperBound, " "))
      }
    },
    MutationKind("no blank behind the colon of a label") { specimen, random in
      label(of: specimen, &random).map { range in
        let blank = (range.upperBound + 1)..<(range.upperBound + 2)
        return Mutation("speaker-malformed", .first, in: specimen.text, Edit(blank, ""), at: range)
      }
    },
    MutationKind("a lost label") { specimen, random in
      label(of: specimen, &random).map { range in
        let edit = Edit(range.lowerBound..<(range.upperBound + 2), "")
        let lost = Mutation("speaker-malformed", .somewhere, in: specimen.text, edit)
        // Without the label, words before a later colon may be read as the label, although they are not a name.
        let reading = lost.reading(as: specimen.notation)
        let block = reading?.blocks.index(at: range.lowerBound)
        guard block.flatMap({ reading?.range(.speaker, of: $0) }) != nil else { return lost }
        return Mutation("speaker-not-a-name", .somewhere, in: specimen.text, edit)
      }
    },
  ]

  private static let misspeltLabel =
    MutationKind("a misspelt label") { specimen, random in
      let speakers = specimen.reading.episode.speakers
      let part = specimen.anyPart(.speaker, &random) { segment, part in
        let count = specimen.reading.speaker(of: segment).map(speakers.count(of:)) ?? 0
        return count > 5 && part.length >= 5
      }
      guard let (_, _, range) = part else { return nil }
      // People seldom mistype the first letter, and swapping two equal letters changes nothing.
      let bytes = specimen.text.bytes
      let places = range.dropFirst().dropLast().filter {
        isSmall(bytes[$0]) && isSmall(bytes[$0 + 1]) && bytes[$0] != bytes[$0 + 1]
      }
      return places.randomElement(using: &random).map { place in
        Mutation(
          "speaker-similar", .first, in: specimen.text, Edit(place..<(place + 2), [bytes[place + 1], bytes[place]]))
      }
    }
}

/// A label with a colon and a blank behind it, and with a time.
private func label(of specimen: Specimen, _ random: inout SeededGenerator) -> Range<Int>? {
  guard !specimen.isYAML else { return nil }
  return specimen.anyPart(.speaker, &random) { segment, part in
    specimen.reading.episode.rows[segment].start != nil
      && specimen.text.bytes[specimen.reading.range(of: part, in: segment).upperBound...].starts(with: ": ".utf8)
  }?.range
}

private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
