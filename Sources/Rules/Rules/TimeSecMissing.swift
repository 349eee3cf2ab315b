import SourceText
import Transcript

extension Rule {
  /// The page shows a time only if there is `sec`, and the text that it shows is `time`. So either one alone is not
  /// shown.
  static let timeSecMissing = Rule(
    "time-sec-missing", .error, fix: .safe,
    summary: "An item has only one of `sec` and `time`.",
    why: "The page needs both: it shows `time`, but only where `sec` exists.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .segment else { return }
      let parts = reading.blocks.parts(of: block)
      let hasKeys = parts.contains { $0.kind == .key }
      // If YAML cannot read the item, a time may have been lost by that mistake, which is reported already.
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

/// Reports the missing one at the place of the other.
private func reportMissing(
  _ missing: Part.Kind, beside present: Part, _ reading: Reading, _ block: Int, _ report: inout Report
) {
  let range = reading.range(of: present, in: block)
  let written = reading.text.string(range)
  let isTime = missing == .start
  var value: String?
  if isTime, let seconds = Int(written) {
    // Values below zero or beyond the latest time cannot be written as a time.
    let time = Time(seconds: seconds)
    let spelling = reading.nearestTime(to: block)?.spelling(of: time) ?? time.description
    if isSpelling(spelling, of: seconds) { value = spelling }
  } else if case .time(let stamp) = Timestamp.read(written.utf8) {
    value = String(stamp.time.wholeSeconds)
  }
  // A value that is not a time is reported by another rule.
  guard let value else { return }
  let name = isTime ? "time" : "sec"
  if report.isMisspelt(name, in: block, of: reading) { return }
  report(
    range, "The item has \(isTime ? "sec" : "time") but no \(name).",
    fixes: [Fix("Add \(name): \(value)", [.completeStart(block: block)], in: reading, isSafe: true)])
}
