import SourceText
import Transcript

extension Rule {
  /// Where one slip runs through the file, as the commas of SubRip do, it is one finding with one fix.
  static let vttTiming = Rule(
    "vtt-timing", .error, fix: .safe,
    summary: "The times of a cue cannot be read.",
    why: "Players drop the cue with all that is said in it, and say nothing.", halfWritten: .line,
    looks: .atDocument(.frame) { reading, report in
      let faults = reading.faults(timingFaults)
      for (fault, places) in grouped(faults) {
        guard let known = CueFault(fault) else { continue }
        let fixes = places.map { reading.rewritingTimes(of: $0.block, $0.fault) }
        let changes = fixes.compactMap { $0?.isSafe ?? false ? $0?.changes : nil }
        if changes.count == places.count, places.count >= fewest {
          report(
            reading.range(of: places[0].fault, in: places[0].block),
            "\(known.sentence) So it is in \(counted(places.count, "cue")).",
            fixes: [
              Fix(
                "Correct the times of \(counted(places.count, "cue"))", changes.flatMap(\.self), in: reading,
                isSafe: true)
            ])
          continue
        }
        for ((block, fault), fix) in zip(places, fixes) {
          report(
            reading.range(of: fault, in: block), Message(known.sentence),
            fixes: [fix.flatMap { Fix($0.title, $0.changes, in: reading, isSafe: $0.isSafe) }])
        }
      }
    })
}

/// So many slips of one kind that can all be put right are one.
private let fewest = 4

private let timingFaults = Set(Fault.allCases.filter(\.isOfCueTimes))

private typealias Place = (block: Int, fault: Part)

/// The faults of each kind, in the order in which the kinds occur first.
private func grouped(_ faults: [Place]) -> [(fault: Fault, places: [Place])] {
  var groups: [(fault: Fault, places: [Place])] = []
  for place in faults {
    guard let fault = place.fault.fault else { continue }
    if let index = groups.firstIndex(where: { $0.fault == fault }) {
      groups[index].places.append(place)
    } else {
      groups.append((fault, [place]))
    }
  }
  return groups
}

extension Reading {
  /// What lets the times of a cue be read: they are written anew. It is safe where they have one meaning only.
  fileprivate func rewritingTimes(of block: Int, _ fault: Part) -> (title: String, changes: [Change], isSafe: Bool)? {
    if fault.fault == .cueArrow {
      return ("Write the arrow as -->", [.mend(block: block, fault, .respell)], true)
    }
    guard let start = timeMeant(.start, of: block), let end = timeMeant(.end, of: block) else { return nil }
    return (
      "Change to \(start.time.description) – \(end.time.description)",
      [.setStart(block: block, start.time), .setEnd(block: block, end.time)], start.isCertain && end.isCertain
    )
  }

  /// The time that a piece of the line stands for.
  private func timeMeant(_ kind: Part.Kind, of block: Int) -> (time: Time, isCertain: Bool)? {
    guard let range = range(kind, of: block), range.count < 40 else { return nil }
    if case .time(let stamp) = Timestamp.read(text.bytes[range]) {
      let hasAllDigits = [0, 3].contains(stamp.style.fractionDigits)
      return (stamp.time, hasAllDigits && stamp.style.minuteDigits < 3)
    }
    let meant = timesMeant(text.string(range), hasDecimals: true).lazy.compactMap { written -> Time? in
      if case .time(let stamp) = Timestamp.read(written.utf8) { stamp.time } else { nil }
    }
    return meant.first.map { ($0, false) }
  }
}
