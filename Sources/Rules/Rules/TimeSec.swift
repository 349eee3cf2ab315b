import SourceText
import Transcript

extension Rule {
  /// `sec` and `time` of one item say different things.
  ///
  /// The page shows one and jumps to the other. In a healthy archive this never happens, so one of the two was mistyped.
  static let timeSecMismatch = Rule(
    "time-sec-mismatch", .error,
    why: "The page shows the one and jumps to the other, so readers land in another place than they chose.",
    looks: .atBlock { reading, block, report in
      guard let pair = TimePair(reading, block), let start = pair.start, let seconds = pair.seconds,
        start.time.wholeSeconds != seconds
      else { return }
      let spelling = start.spelling(of: Time(seconds: seconds))
      let fromTime = Fix(
        "Change sec to \(start.time.wholeSeconds)", isSafe: true, Edit(pair.secondsRange, String(start.time.wholeSeconds)))
      let fromSeconds = Fix("Change time to \(spelling)", Edit(pair.startRange, spelling))
      report(
        pair.startRange, "time says \(start.time.description), sec says \(seconds), which is \(spelling).",
        related: [.init(range: pair.secondsRange, message: "The seconds of the same item.")],
        fixes: [fromTime, fromSeconds])
    })

  /// One of `sec` and `time` without the other.
  ///
  /// The page shows a time only where `sec` exists, and shows what `time` says: either alone is lost.
  static let timeSecMissing = Rule(
    "time-sec-missing", .error,
    why: "The page needs both: it shows what time says, and only where sec exists.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .segment else { return }
      let parts = reading.blocks.parts(of: block)
      let hasKeys = parts.contains { $0.kind == .key }
      guard hasKeys else { return }
      let start = parts.first { $0.kind == .start && $0.length > 0 }
      let seconds = parts.first { $0.kind == .seconds && $0.length > 0 }
      if let start, seconds == nil {
        reportMissing(.seconds, beside: start, reading, block, &report)
      } else if let seconds, start == nil {
        reportMissing(.start, beside: seconds, reading, block, &report)
      }
    })
}

/// Both times of an item that has both.
private struct TimePair {
  var start: Timestamp?
  var startRange: Range<Int>
  var seconds: Int?
  var secondsRange: Range<Int>

  init?(_ reading: Reading, _ block: Int) {
    guard reading.blocks[block].kind == .segment, let secondsRange = reading.range(.seconds, of: block),
      let startRange = reading.range(.start, of: block), !secondsRange.isEmpty, !startRange.isEmpty
    else { return nil }
    self.startRange = startRange
    self.secondsRange = secondsRange
    if case .time(let stamp) = Timestamp.read(reading.text.bytes[startRange]) { start = stamp }
    seconds = Int(reading.text.string(secondsRange))
  }
}

/// Reports the one that is missing on the one that is there; the repair fills the empty key or adds a line.
private func reportMissing(
  _ missing: Part.Kind, beside present: Part, _ reading: Reading, _ block: Int, _ report: inout Report
) {
  let range = reading.range(of: present, in: block)
  let written = reading.text.string(range)
  let isTime = missing == .start
  var value: String?
  if isTime, let seconds = Int(written) {
    value = "'\(Time(seconds: seconds).description)'"
  } else if case .time(let stamp) = Timestamp.read(written.utf8) {
    value = String(stamp.time.wholeSeconds)
  }
  // Something that is no time at all has a finding of its own.
  guard let value else { return }
  let name = isTime ? "time" : "sec"
  let edit: Edit
  if let empty = reading.range(missing, of: block) {
    edit = Edit(empty, reading.text.bytes[empty.lowerBound - 1] == 0x20 ? value : " " + value)
  } else {
    edit = reading.insertingEntry("\(name): \(value)", in: block, before: !isTime, the: present)
  }
  report(
    range, "The item has \(isTime ? "sec" : "time") but no \(name).",
    fixes: [Fix("Add \(name): \(value)", isSafe: true, edit)])
}

extension Reading {
  /// An edit that adds `entry` as a line of its own before or behind the line of a part of an item.
  func insertingEntry(_ entry: String, in block: Int, before: Bool, the part: Part) -> Edit {
    let line = text.line(at: range(of: part, in: block).lowerBound)
    let content = text.content(ofLine: line)
    let key = blocks.parts(of: block).last {
      $0.kind == .key && range(of: $0, in: block).lowerBound <= range(of: part, in: block).lowerBound
    }
    let column = key.map { range(of: $0, in: block).lowerBound - content.lowerBound } ?? 2
    let end = lineEnding
    let margin = String(repeating: " ", count: column)
    // The first line of an item begins with its dash: what is added goes behind it.
    let startsItem = text.bytes[content].drop { $0 == 0x20 }.first == UInt8(ascii: "-")
    return before && !startsItem
      ? Edit(content.lowerBound..<content.lowerBound, margin + entry + end)
      : Edit(content.upperBound..<content.upperBound, end + margin + entry)
  }

  /// The end of line of the first line, so that what is added looks like what is there.
  var lineEnding: String {
    let first = text.range(ofLine: 0)
    let ending = text.string(text.content(ofLine: 0).upperBound..<first.upperBound)
    return ending.isEmpty ? "\n" : ending
  }
}
