import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  /// What hands and programs do to captions.
  static let cues = [
    MutationKind("the other mark before the milliseconds of a cue") { specimen, random in
      time(of: specimen, [.start, .end], &random).map { range in
        let mark = range.upperBound - 4
        let other = specimen.text.bytes[mark] == UInt8(ascii: ",") ? "." : ","
        return Mutation(specimen.timing, .first, in: specimen.text, Edit(mark..<(mark + 1), other), at: range)
      }
    },
    MutationKind("a digit of the milliseconds of a cue lost") { specimen, random in
      time(of: specimen, [.start, .end], &random).map { range in
        let last = range.upperBound - 1
        let place = range.lowerBound..<last
        return Mutation(specimen.timing, .none, in: specimen.text, Edit(last..<range.upperBound, ""), at: place)
      }
    },
    MutationKind("a letter for a digit of the time of a cue") { specimen, random in
      time(of: specimen, [.start, .end], &random).flatMap { range in
        let zeros = range.filter { specimen.text.bytes[$0] == UInt8(ascii: "0") }
        return zeros.randomElement(using: &random).map { zero in
          Mutation(specimen.timing, .none, in: specimen.text, Edit(zero..<(zero + 1), "O"), at: range)
        }
      }
    },
    MutationKind("more than 59 seconds in the time of a cue") { specimen, random in
      time(of: specimen, [.start, .end], &random).map { range in
        let tens = range.upperBound - 6
        let digit = UInt8.random(in: 0x36...0x39, using: &random)
        return Mutation(specimen.timing, .none, in: specimen.text, Edit(tens..<(tens + 1), [digit]), at: range)
      }
    },
    MutationKind("an arrow with a dash less") { specimen, random in
      time(of: specimen, [.start], &random).map { range in
        let dash = (range.upperBound + 1)..<(range.upperBound + 2)
        return Mutation(
          specimen.timing, .first, in: specimen.text, Edit(dash, ""), at: range.lowerBound..<dash.upperBound)
      }
    },
    MutationKind("the start and the end of a cue in the place of each other") { specimen, random in
      // The times of words would lie outside of it, too.
      guard let cue = cue(of: specimen, &random), cue.start.lowerBound < cue.end.lowerBound,
        !specimen.reading.blocks.parts(of: cue.block).contains(where: { $0.kind == .inlineTime })
      else { return nil }
      let bytes = specimen.text.bytes
      return Mutation(
        "cue-end-before-start", .none, in: specimen.text, Edit(cue.start, Array(bytes[cue.end])),
        Edit(cue.end, Array(bytes[cue.start])), at: cue.start.lowerBound..<cue.end.upperBound)
    },
    MutationKind("no blank line above a cue") { specimen, random in
      guard let cue = cue(of: specimen, &random), cue.block > (specimen.reading.segments().first ?? 0) else {
        return nil
      }
      let line = specimen.text.line(at: specimen.reading.blocks.start(of: cue.block)) - 1
      let blank = specimen.text.range(ofLine: line)
      guard specimen.text.content(ofLine: line).isEmpty else { return nil }
      // The number of the cue was taken for what is said above it.
      return Mutation(
        specimen.isSubRip ? "srt-blank-line" : "vtt-blank-line", .first, in: specimen.text, Edit(blank, ""),
        at: blank.lowerBound..<(cue.end.upperBound - blank.count))
    },
    MutationKind("an empty line inside of a cue") { specimen, random in
      guard let cue = cue(of: specimen, &random) else { return nil }
      return blanks(in: cue, of: specimen).randomElement(using: &random).map { blank in
        let end = specimen.text.lineEnding(at: cue.start.lowerBound)
        return Mutation(
          specimen.isSubRip ? "srt-blank-in-text" : "vtt-stray-text", .none, in: specimen.text,
          Edit(blank..<(blank + 1), end + end),
          at: cue.words.lowerBound..<(cue.words.upperBound + end.utf8.count * 2 - 1))
      }
    },
    MutationKind("a tag that is never closed") { specimen, random in
      // Behind an open tag, the end of another one is wrong, too.
      guard let cue = cue(of: specimen, &random),
        !specimen.reading.blocks.parts(of: cue.block).contains(where: { part in
          part.kind == .markup
            && specimen.text.bytes[specimen.reading.range(of: part, in: cue.block)].starts(with: "</".utf8)
        })
      else { return nil }
      return Mutation(
        specimen.isSubRip ? "srt-tag" : "vtt-tag-nesting", .none, in: specimen.text,
        Edit(cue.words.lowerBound..<cue.words.lowerBound, "<i>"))
    },
    MutationKind("the number of a cue") { specimen, random in
      guard specimen.isSubRip, let (_, _, range) = specimen.anyPart(.id, &random) else { return nil }
      return Mutation(
        "srt-index", .somewhere, in: specimen.text, Edit(range.upperBound..<range.upperBound, "7"), at: range)
    },
    MutationKind("an ampersand in a cue of WebVTT") { specimen, random in
      guard specimen.notation == "webvtt", let cue = cue(of: specimen, &random) else { return nil }
      return blanks(in: cue, of: specimen).randomElement(using: &random).map { blank in
        Mutation("vtt-ampersand", .none, in: specimen.text, Edit(blank..<blank, " &"))
      }
    },
  ]
}

extension Specimen {
  fileprivate var isSubRip: Bool { notation == "srt" }

  /// The rule about the times of cues.
  fileprivate var timing: String { isSubRip ? "srt-timing" : "vtt-timing" }
}

/// A time of a cue, with its milliseconds.
private func time(of specimen: Specimen, _ kinds: [Part.Kind], _ random: inout SeededGenerator) -> Range<Int>? {
  guard specimen.hasCues, let kind = kinds.randomElement(using: &random) else { return nil }
  return specimen.anyPart(kind, &random)?.range
}

private typealias FoundCue = (block: Int, start: Range<Int>, end: Range<Int>, words: Range<Int>)

/// The blanks between the words of a cue; those in a tag divide nothing that is said.
private func blanks(in cue: FoundCue, of specimen: Specimen) -> [Int] {
  let tags = specimen.reading.blocks.parts(of: cue.block).filter { $0.kind == .markup }.map {
    specimen.reading.range(of: $0, in: cue.block)
  }
  return cue.words.filter { blank in
    specimen.text.bytes[blank] == 0x20 && !tags.contains { $0.contains(blank) }
  }
}

/// A cue with its times and its words.
private func cue(of specimen: Specimen, _ random: inout SeededGenerator) -> FoundCue? {
  guard specimen.hasCues, let (block, _, words) = specimen.anyPart(.words, &random),
    let start = specimen.reading.range(.start, of: block), let end = specimen.reading.range(.end, of: block)
  else { return nil }
  return (block, start, end, words)
}
