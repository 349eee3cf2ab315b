import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  static let yaml = [
    MutationKind("a lost closing quote") { specimen, random in
      quoted(.words, of: specimen, &random).map { range in
        Mutation(
          "yaml-syntax", .somewhere, in: specimen.text, Edit(range.upperBound..<(range.upperBound + 1), ""),
          at: (range.lowerBound - 1)..<range.upperBound)
      }
    },
    MutationKind("a lost opening quote before a colon") { specimen, random in
      quoted(.words, of: specimen, &random, where: { $0.contains(": ") }).map { range in
        Mutation(
          "yaml-syntax", .somewhere, in: specimen.text, Edit((range.lowerBound - 1)..<range.lowerBound, ""),
          at: (range.lowerBound - 1)..<range.upperBound)
      }
    },
    MutationKind("an apostrophe that ends a quote") { specimen, random in
      guard let range = quoted(.words, of: specimen, &random, where: { $0.contains(" ") }) else { return nil }
      let place = range.first { specimen.text.bytes[$0] == 0x20 }! + 1
      // The text without the mistake has the apostrophe, too, but doubled.
      var healthy = specimen.text
      healthy.apply(Edit(place..<place, "it''s "))
      return Mutation(
        "yaml-syntax", .somewhere, in: healthy, Edit((place + 2)..<(place + 4), "'"),
        at: (range.lowerBound - 1)..<range.upperBound)
    },
    MutationKind("a time without quotes") { specimen, random in
      quoted(.start, of: specimen, &random).map { range in
        let written = specimen.text.bytes[range]
        return Mutation(
          "yaml-unquoted-time", .first, in: specimen.text,
          Edit((range.lowerBound - 1)..<(range.upperBound + 1), Array(written)))
      }
    },
    MutationKind("a number sign in words without quotes") { specimen, random in
      let part = specimen.anyPart(.words, &random) { segment, part in
        let words = specimen.text.string(specimen.reading.range(of: part, in: segment))
        return part.quoting == .plain && words.contains(" ") && !words.contains { "\n\r'".contains($0) }
      }
      guard let (_, _, range) = part else { return nil }
      let blank = range.first { specimen.text.bytes[$0] == 0x20 }!
      // The text without the mistake has the sign, too, but inside quotes.
      var healthy = specimen.text
      let words =
        specimen.text.string(range.lowerBound..<blank) + " #5" + specimen.text.string(blank..<range.upperBound)
      healthy.apply(Edit(range, "'\(words)'"))
      return Mutation(
        "yaml-hash-truncation", .first, in: healthy,
        Edit(range.lowerBound..<(range.lowerBound + words.utf8.count + 2), words))
    },
    MutationKind("a digit of sec") { specimen, random in
      guard let (segment, _, range) = specimen.anyPart(.seconds, &random),
        let start = specimen.reading.range(.start, of: segment)
      else { return nil }
      let last = range.upperBound - 1
      let digit = UInt8.random(in: 0x30...0x39, using: &random)
      guard digit != specimen.text.bytes[last] else { return nil }
      return Mutation("time-sec-mismatch", .somewhere, in: specimen.text, Edit(last..<(last + 1), [digit]), at: start)
    },
    MutationKind("a digit of time beside sec") { specimen, random in
      guard specimen.isYAML, let (_, _, range) = specimen.anyPart(.start, &random) else { return nil }
      let last = range.upperBound - 1
      let digit = UInt8.random(in: 0x30...0x39, using: &random)
      guard digit != specimen.text.bytes[last] else { return nil }
      return Mutation("time-sec-mismatch", .somewhere, in: specimen.text, Edit(last..<(last + 1), [digit]), at: range)
    },
    MutationKind("a lost sec") { lostLine($0, &$1, .seconds, beside: .start, "time-sec-missing", .first) },
    MutationKind("a lost time beside sec") { specimen, random in
      specimen.isYAML ? lostLine(specimen, &random, .start, beside: .seconds, "time-sec-missing", .first) : nil
    },
    MutationKind("a lost who") { specimen, random in
      guard specimen.isYAML, let (segment, _, range) = specimen.anyPart(.speaker, &random) else { return nil }
      let block = specimen.reading.content(of: segment)
      let line = specimen.line(of: range)
      let place = block.lowerBound..<(block.upperBound - line.count)
      return Mutation("speaker-malformed", .somewhere, in: specimen.text, Edit(line, ""), at: place)
    },
    MutationKind("an empty who") { specimen, random in
      guard specimen.isYAML, let (_, _, range) = specimen.anyPart(.speaker, &random) else { return nil }
      let end = specimen.text.content(ofLine: specimen.text.line(at: range.lowerBound)).upperBound
      let colon = specimen.text.bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: ":"))!
      return Mutation(
        "speaker-malformed", .somewhere, in: specimen.text, Edit((colon + 1)..<end, ""),
        at: specimen.line(of: range).lowerBound..<(colon + 1))
    },
    MutationKind("a key without its colon") { specimen, random in
      guard specimen.isYAML, let (_, _, range) = specimen.anyPart(.speaker, &random) else { return nil }
      let colon = specimen.text.bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: ":"))!
      return Mutation(
        "yaml-syntax", .none, in: specimen.text, Edit(colon..<(colon + 1), ""),
        at: specimen.line(of: range).lowerBound..<range.upperBound)
    },
    MutationKind("a tab for blanks") { specimen, random in
      guard specimen.isYAML, let (_, _, range) = specimen.anyPart(.seconds, &random) else { return nil }
      let line = specimen.line(of: range)
      let margin = line.prefix { specimen.text.bytes[$0] == 0x20 }
      guard !margin.isEmpty, specimen.text.bytes[margin.upperBound] != UInt8(ascii: "-") else { return nil }
      return Mutation("yaml-syntax", .somewhere, in: specimen.text, Edit(margin, "\t"))
    },
    MutationKind("a lost line --- above") { specimen, _ in
      guard specimen.isYAML else { return nil }
      let line = specimen.text.range(ofLine: 0)
      return Mutation(
        "yaml-frontmatter", .somewhere, in: specimen.text, Edit(line, ""),
        // The first line that is not empty.
        at: 0..<specimen.text.bytes.dropFirst(line.count).drop { $0 == 0x0A }.prefix { $0 != 0x0A }.endIndex
          - line.count)
    },
    MutationKind("a lost line --- below") { specimen, _ in
      let text = specimen.text
      guard specimen.isYAML,
        let number = (1..<text.lineCount).first(where: { text.string(text.content(ofLine: $0)) == "---" }),
        // If a blank line stood above, the place of the lost line could not be known.
        !text.content(ofLine: number - 1).isEmpty
      else { return nil }
      let line = text.range(ofLine: number)
      // From the line above to the end, since the finding may be at the line above or behind the lost one.
      let place = text.range(ofLine: number - 1).lowerBound..<(text.count - line.count)
      return Mutation("yaml-frontmatter", .somewhere, in: text, Edit(line, ""), at: place)
    },
  ]
}

/// The range between single quotes.
private func quoted(
  _ kind: Part.Kind, of specimen: Specimen, _ random: inout SeededGenerator,
  where isWanted: (String) -> Bool = { _ in true }
) -> Range<Int>? {
  specimen.anyPart(kind, &random) { segment, part in
    part.quoting == .single && isWanted(specimen.text.string(specimen.reading.range(of: part, in: segment)))
  }?.range
}

/// Removes the line of one value of an item. The finding is expected at the other value.
private func lostLine(
  _ specimen: Specimen, _ random: inout SeededGenerator, _ lost: Part.Kind, beside kept: Part.Kind, _ rule: String,
  _ fix: Mutation.ExpectedFix
) -> Mutation? {
  guard let (segment, _, range) = specimen.anyPart(lost, &random),
    let place = specimen.reading.range(kept, of: segment)
  else { return nil }
  let line = specimen.line(of: range)
  let delta = line.lowerBound < place.lowerBound ? line.count : 0
  return Mutation(
    rule, fix, in: specimen.text, Edit(line, ""), at: (place.lowerBound - delta)..<(place.upperBound - delta))
}
