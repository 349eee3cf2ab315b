import Transcript

/// The length of a recording as metadata gives it: `3661`, `1:01:01`, or ISO 8601, `PT1H1M1S`.
struct RecordingLength {
  let seconds: Double

  init?(_ text: String) {
    let length =
      if case .time(let stamp) = Timestamp.read(text.utf8) { Optional(stamp.time.seconds) } else {
        Double(text) ?? Self.iso8601(text)
      }
    guard let length, length > 0, length < 2_000_000 else { return nil }
    seconds = length
  }

  /// ISO 8601-1:2019, 5.5.2.2, without years and months, whose length varies.
  private static func iso8601(_ text: String) -> Double? {
    var rest = text.uppercased()[...]
    guard rest.popFirst() == "P" else { return nil }
    var units: [Character: Double] = ["W": 604_800, "D": 86_400]
    var total: Double?
    while let first = rest.first {
      if first == "T" {
        units = ["H": 3600, "M": 60, "S": 1]
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest[digits.endIndex...]
      guard let number = Double(digits), let unit = rest.popFirst().flatMap({ units[$0] }) else { return nil }
      total = (total ?? 0) + number * unit
    }
    return total
  }
}
