import SourceText
import Transcript

/// Moves the time of the segment at a byte, or of the first one below, and all times below it.
public func moveTimes(_ reading: Reading, from offset: Int, by wish: TimeWish) -> RenameResult {
  guard let target = timeTarget(reading, at: offset) else { return .refusal("No time stands here or below.") }
  let typed =
    switch wish {
    case .time(let time): time.description
    case .move(let length): signed(length)
    }
  return moveTimes(reading, from: target, by: wish, typed)
}

/// The time that a segment at a byte begins with, or the first one below.
func timeTarget(_ reading: Reading, at offset: Int) -> RenameTarget? {
  guard let first = reading.blocks.index(at: offset) else { return nil }
  for block in reading.blocks.indices[first...] where reading.kind(of: block) == .segment {
    let parts = reading.blocks.parts(of: block)
    guard
      let part = parts.first(where: { $0.kind == .start && writtenTime(reading, $0, in: block) != nil })
        ?? parts.first(where: { $0.kind == .seconds && writtenTime(reading, $0, in: block) != nil })
    else { continue }
    return RenameTarget(
      kind: .time, range: reading.range(of: part, in: block), name: reading.string(of: part, in: block), block: block,
      part: part)
  }
  return nil
}

/// Moves a time, and all below it, as a person wrote over it.
func moveTimes(_ reading: Reading, from target: RenameTarget, to name: String) -> RenameResult {
  guard let wish = TimeWish(name, countsSeconds: target.part?.kind == .seconds) else {
    return .refusal(
      "“\(visible(name))” is not a time. Write a time such as 12:46, or a difference such as +0:42 or -5.")
  }
  return moveTimes(reading, from: target, by: wish, name)
}

/// - Parameter typed: the wish as people read it.
private func moveTimes(
  _ reading: Reading, from target: RenameTarget, by wish: TimeWish, _ typed: String
) -> RenameResult {
  guard let part = target.part, let old = writtenTime(reading, part, in: target.block) else {
    return .refusal("This time cannot be read.")
  }
  let most = Time.latest * 1000
  let length =
    switch wish {
    case .time(let time): Int(time.milliseconds) - Int(old.milliseconds)
    case .move(let length): min(max(length, -most), most)
    }
  guard length != 0 else { return .renaming(Renaming(edits: [], label: "Nothing changes")) }
  guard shows(length, target, part) else {
    return .refusal("This time has no place for the fraction of a second in “\(visible(typed))”.")
  }
  // An end or a time among the words moves without the start above it.
  let isFirst = part.kind == .start || part.kind == .seconds || part.kind == .title
  let moving = MovingTimes(
    reading, .by(length), from: target.block, isFirst ? 0 : target.range.lowerBound, what: "by \(signed(length))")
  return moving.result(
    label: { "Move \(counted($0, "time")) by \(signed(length))" },
    note: "All times from \(visible(target.name)) to the end of the file move by \(signed(length)).")
}

/// Whether a time has the digits that a length needs.
private func shows(_ length: Int, _ target: RenameTarget, _ part: Part) -> Bool {
  let rest = Int(length.magnitude % 1000)
  let needed = rest == 0 ? 0 : rest % 100 == 0 ? 1 : rest % 10 == 0 ? 2 : 3
  let mark = target.name.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  let digits = mark.map { target.name.utf8[$0...].count - 1 } ?? 0
  return digits >= needed
}

/// A length with its sign: `+0:42`, `-1:02:03.5`.
public func signed(_ length: Int) -> String {
  let time = Time(milliseconds: length.magnitude)
  var fraction = String(1000 + time.milliseconds % 1000).dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  return (length < 0 ? "-" : "+") + time.description + (fraction.isEmpty ? "" : "." + fraction)
}
