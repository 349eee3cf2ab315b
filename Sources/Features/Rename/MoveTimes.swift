import SourceText
import Transcript

/// Moves a time, and all below it, by the difference between it and another one.
func moveTimes(_ reading: Reading, from target: RenameTarget, to name: String) -> RenameResult {
  guard let part = target.part, let old = writtenTime(reading, part, in: target.block) else {
    return .refusal("This time cannot be read.")
  }
  guard let wish = TimeWish(name, countsSeconds: part.kind == .seconds) else {
    return .refusal(
      "“\(visible(name))” is not a time. Write a time such as 12:46, or a difference such as +0:42 or -5.")
  }
  let length =
    switch wish {
    case .time(let time): Int(time.milliseconds) - Int(old.milliseconds)
    case .move(let length): length
    }
  guard length != 0 else { return .renaming(Renaming(edits: [], label: "Nothing changes")) }
  guard shows(length, target, part) else {
    return .refusal("This time has no place for the fraction of a second in “\(visible(name))”.")
  }
  // An end or a time among the words moves without the start above it.
  let isFirst = part.kind == .start || part.kind == .seconds || part.kind == .title
  let blocks = reading.blocks.indices[target.block...].filter {
    [.segment, .header].contains(reading.kind(of: $0))
  }
  let changes = blocks.map { block -> Change in
    .moveTimes(block: block, from: block == target.block && !isFirst ? target.range.lowerBound : 0, by: length)
  }
  guard let edits = reading.edits(for: changes) else {
    return .refusal(obstacle(to: length, in: reading, changes))
  }
  let counts = moved(reading, blocks, target)
  let amount = signed(length)
  var note = "All times from \(visible(target.name)) to the end of the file move by \(amount)."
  if counts.unread > 0 { note += " \(counted(counts.unread, "time")) that cannot be read stay as they are." }
  return .renaming(
    Renaming(edits: edits, label: "Move \(counted(counts.moved, "time")) by \(amount)", note: note))
}

/// Whether a time has the digits that a length needs.
private func shows(_ length: Int, _ target: RenameTarget, _ part: Part) -> Bool {
  let rest = Int(length.magnitude % 1000)
  let needed = rest == 0 ? 0 : rest % 100 == 0 ? 1 : rest % 10 == 0 ? 2 : 3
  let mark = target.name.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  let digits = mark.map { target.name.utf8[$0...].count - 1 } ?? 0
  return digits >= needed
}

/// How many segments and sections have a time that moves, and how many one that cannot be read.
private func moved(_ reading: Reading, _ blocks: [Int], _ target: RenameTarget) -> (moved: Int, unread: Int) {
  var (moved, unread) = (0, 0)
  for block in blocks {
    let parts = reading.blocks.parts(of: block)
    let isTimed = parts.contains { part in
      switch part.kind {
      case .start, .seconds, .title: writtenTime(reading, part, in: block) != nil
      default: block == target.block && part == target.part
      }
    }
    if isTimed { moved += 1 }
    if reading.blocks[block].hasFault, !isTimed, parts.contains(where: { $0.fault?.isOfTime ?? false }) { unread += 1 }
  }
  return (moved, unread)
}

/// Why the times cannot move, for people.
private func obstacle(to length: Int, in reading: Reading, _ changes: [Change]) -> String {
  var earliest: Time?
  for case .moveTimes(let block, let offset, _) in changes {
    for part in reading.blocks.parts(of: block) {
      guard [.start, .end, .seconds, .inlineTime].contains(part.kind),
        reading.range(of: part, in: block).lowerBound >= offset,
        let time = writtenTime(reading, part, in: block)
      else { continue }
      earliest = min(earliest ?? time, time)
    }
  }
  if let earliest, Int(earliest.milliseconds) + length < 0 {
    return "The times cannot move by \(signed(length)): \(earliest.description) would be before the recording begins."
  }
  return "The times cannot move by \(signed(length)): some of them would be too late to be written."
}

/// A length with its sign: `+0:42`, `-1:02:03.5`.
private func signed(_ length: Int) -> String {
  let time = Time(milliseconds: length.magnitude)
  var fraction = String(1000 + time.milliseconds % 1000).dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  return (length < 0 ? "-" : "+") + time.description + (fraction.isEmpty ? "" : "." + fraction)
}
