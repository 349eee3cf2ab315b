import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  static let times = timesOfParagraphs.map { $0.butNotIn(\.hasCues) }

  private static let timesOfParagraphs = [
    MutationKind("a digit of a time") { specimen, random in
      misplaced(specimen, &random) { written, random in
        let place = written.indices.filter { isDigit(written[$0]) }.randomElement(using: &random)!
        written[place] = UInt8.random(in: 0x30...0x39, using: &random)
      }
    },
    MutationKind("two digits of a time swapped") { specimen, random in
      misplaced(specimen, &random) { written, random in
        let places = written.indices.dropLast().filter { isDigit(written[$0]) && isDigit(written[$0 + 1]) }
        let place = places.randomElement(using: &random)!
        written.swapAt(place, place + 1)
      }
    },
    MutationKind("a run of times late by one length") { specimen, random in
      shifted(specimen, &random)
    },
    MutationKind("a point for a colon of a time") { specimen, random in
      let part = specimen.anyPart(.start, &random) { segment, _ in
        let style = specimen.reading.episode.rows[segment].startStyle
        return style.hourDigits > 0 && style.fractionDigits == 0
      }
      return part.map { _, _, range in
        let colon = range.upperBound - 3
        return Mutation(
          "time-malformed", .somewhere, in: specimen.text, Edit(colon..<(colon + 1), "."), at: range)
      }
    },
    MutationKind("more than 59 seconds") { specimen, random in
      specimen.anyPart(.start, &random).map { _, _, range in
        let tens = range.upperBound - 2
        let digit = UInt8.random(in: 0x36...0x39, using: &random)
        return Mutation("time-range", .somewhere, in: specimen.text, Edit(tens..<(tens + 1), [digit]), at: range)
      }
    },
    MutationKind("a colon of a time doubled") { specimen, random in
      specimen.anyPart(.start, &random).map { _, _, range in
        let colon = range.upperBound - 3
        return Mutation("time-malformed", .somewhere, in: specimen.text, Edit(colon..<colon, ":"))
      }
    },
    MutationKind("a letter for a digit of a time") { specimen, random in
      specimen.anyPart(.start, &random) { segment, part in
        specimen.text.bytes[specimen.reading.range(of: part, in: segment).upperBound - 1] == UInt8(ascii: "0")
      }.map { _, _, range in
        let last = range.upperBound - 1
        return Mutation("time-malformed", .somewhere, in: specimen.text, Edit(last..<(last + 1), "O"))
      }
    },
    MutationKind("a lost bracket of a time") { specimen, random in
      guard let (_, _, range) = specimen.anyPart(.start, &random) else { return nil }
      let places = [range.lowerBound - 1, range.upperBound].filter {
        specimen.text.bytes.indices.contains($0) && "()[]".utf8.contains(specimen.text.bytes[$0])
      }
      return places.randomElement(using: &random).map { place in
        let start = place < range.lowerBound ? place : range.lowerBound
        return Mutation(
          "time-malformed", .somewhere, in: specimen.text, Edit(place..<(place + 1), ""),
          at: start..<(start + range.count))
      }
    },
    MutationKind("a lost time") { specimen, random in
      guard !specimen.isYAML, let (segment, _, range) = specimen.anyPart(.start, &random),
        let label = specimen.reading.range(.speaker, of: segment),
        let above = specimen.reading.segments().last(where: { $0 < segment }),
        specimen.reading.speaker(of: above) != specimen.reading.speaker(of: segment)
      else { return nil }
      // Removes the time with its brackets and the blank between it and the words.
      let edit = Edit(
        label.lowerBound < range.lowerBound
          ? (range.lowerBound - 2)..<(range.upperBound + 1) : (range.lowerBound - 1)..<(range.upperBound + 2), "")
      let place = label.lowerBound < range.lowerBound ? label.lowerBound : edit.range.lowerBound
      return Mutation("time-missing", .none, in: specimen.text, edit, at: place..<(place + label.count))
    },
  ]
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Makes some turns in a row ten minutes or an hour late, so that some of those below them come earlier.
private func shifted(_ specimen: Specimen, _ random: inout SeededGenerator) -> Mutation? {
  let (reading, text) = (specimen.reading, specimen.text)
  let timed = reading.segments().filter { reading.episode.rows[$0].start != nil }
  let length = [600, 3_600].randomElement(using: &random)!
  guard timed.count > 30 else { return nil }
  let first = Int.random(in: 1..<(timed.count - 20), using: &random)
  let run = timed[first..<(first + 12)]
  guard let above = reading.episode.rows[timed[first - 1]].start, let start = reading.episode.rows[run[first]].start,
    let last = reading.episode.rows[run[first + 11]].start, let below = reading.episode.rows[timed[first + 12]].start,
    // The paragraphs of one turn share a time and are moved together.
    above < start, last < below
  else { return nil }
  var edits: [Edit] = []
  for segment in run {
    guard let time = reading.episode.rows[segment].start, let range = reading.range(.start, of: segment),
      case .time(let stamp) = Timestamp.read(text.bytes[range])
    else { return nil }
    let late = Time(milliseconds: Int(time.milliseconds) + length * 1_000)
    edits.append(Edit(range, stamp.spelling(of: late)))
    if let seconds = reading.range(.seconds, of: segment) { edits.append(Edit(seconds, String(late.wholeSeconds))) }
  }
  edits.sort { $0.range.lowerBound < $1.range.lowerBound }
  let place = reading.range(.start, of: run[first]).map { range in
    range.shifted(by: edits.prefix { $0.range.lowerBound < range.lowerBound }.reduce(0) { $0 + $1.delta })
  }
  return Mutation("time-order", .first, in: text, edits, at: place)
}

/// Changes a time that was in order so that it stands out among those above or below it.
private func misplaced(
  _ specimen: Specimen, _ random: inout SeededGenerator, _ change: (inout [UInt8], inout SeededGenerator) -> Void
) -> Mutation? {
  let (reading, text) = (specimen.reading, specimen.text)
  guard let (segment, _, range) = specimen.anyPart(.start, &random), let time = reading.episode.rows[segment].start
  else { return nil }
  var written = Array(text.bytes[range])
  change(&written, &random)
  guard case .time(let stamp) = Timestamp.read(written) else { return nil }

  // The changed time must pass at least two others; with only one, either of the two could be the wrong one. It must do
  // so by more than voices overlap. Several paragraphs with one time are left out, because changing one is another
  // mistake.
  let rows = reading.episode.rows
  let above = rows[..<segment].compactMap(\.start)
  let below = rows[(segment + 1)...].compactMap(\.start)
  guard above.last.map({ $0 < time }) ?? true, below.first.map({ time < $0 }) ?? true else { return nil }
  let passed = Set(above.filter { $0 > stamp.time }).count + Set(below.filter { $0 < stamp.time }).count
  let step =
    stamp.time > time
    ? stamp.time.milliseconds - (below.first ?? stamp.time).milliseconds
    : (above.last ?? stamp.time).milliseconds - stamp.time.milliseconds
  guard passed > 1, step > 3_000 else { return nil }

  let edit = Edit(range, written)
  guard let seconds = reading.range(.seconds, of: segment) else {
    return Mutation("time-order", .somewhere, in: text, edit)
  }
  // The seconds are changed, too, as if a program had written both from the wrong time.
  let number = Edit(seconds, String(stamp.time.wholeSeconds))
  return number.range.lowerBound < range.lowerBound
    ? Mutation("time-order", .somewhere, in: text, number, edit, at: range.shifted(by: number.delta))
    : Mutation("time-order", .somewhere, in: text, edit, number)
}
