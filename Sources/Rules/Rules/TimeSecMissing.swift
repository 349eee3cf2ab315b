import SourceText
import Transcript

extension Rule {
  /// The page shows a time only where `sec` exists, and shows what `time` says: either alone is lost.
  static let timeSecMissing = Rule(
    "time-sec-missing", .error, fix: .safe,
    summary: "An item has only one of `sec` and `time`.",
    why: "The page needs both: it shows `time`, but only where `sec` exists.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .segment else { return }
      let parts = reading.blocks.parts(of: block)
      let hasKeys = parts.contains { $0.kind == .key }
      // An item that YAML cannot read was cut short by that mistake; one finding is enough.
      guard hasKeys, !parts.contains(where: { $0.fault?.isYAML ?? false }) else { return }
      let start = parts.first { $0.kind == .start && $0.length > 0 }
      let seconds = parts.first { $0.kind == .seconds && $0.length > 0 }
      if let start, seconds == nil {
        reportMissing(.seconds, beside: start, reading, block, &report)
      } else if let seconds, start == nil {
        reportMissing(.start, beside: seconds, reading, block, &report)
      }
    })
}

/// Reports the one that is missing on the one that is there.
private func reportMissing(
  _ missing: Part.Kind, beside present: Part, _ reading: Reading, _ block: Int, _ report: inout Report
) {
  let range = reading.range(of: present, in: block)
  let written = reading.text.string(range)
  let isTime = missing == .start
  var value: String?
  if isTime, let seconds = Int(written) {
    // What is below zero or beyond all clocks has no time.
    let time = Time(seconds: seconds)
    let spelling = reading.nearestTime(to: block)?.spelling(of: time) ?? time.description
    if isSpelling(spelling, of: seconds) { value = spelling }
  } else if case .time(let stamp) = Timestamp.read(written.utf8) {
    value = String(stamp.time.wholeSeconds)
  }
  // Something that is no time at all has a finding of its own.
  guard let value else { return }
  let name = isTime ? "time" : "sec"
  if report.isMisspelt(name, in: block, of: reading) { return }
  report(
    range, "The item has \(isTime ? "sec" : "time") but no \(name).",
    fixes: [Fix("Add \(name): \(value)", [.completeStart(block: block)], in: reading, isSafe: true)])
}
