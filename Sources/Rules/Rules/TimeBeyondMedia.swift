import Transcript

extension Rule {
  /// Reports a segment that starts after the end of the recording, whose length the metadata or the configuration
  /// gives.
  ///
  /// It is off by default: in many archives the given length is that of the audio, which was cut, and the times are
  /// those of the video.
  static let timeBeyondMedia = Rule(
    "time-beyond-media", .warning, isOn: false,
    summary: "A segment begins after the end of the recording.",
    why: "A player that jumps past the end of the recording stops or starts again.",
    options: [secondsOption, keysOption],
    looks: .atDocument(.counts) { reading, report in
      let configured = report.number(secondsOption)
      guard let length = configured > 0 ? configured : reading.declaredLength(report.words(keysOption)) else { return }
      func isLate(_ index: Int) -> Bool {
        reading.episode.start(of: index).map { $0.seconds >= length + 1 } ?? false
      }
      let late = reading.episode.rows.indices.filter(isLate)
      guard !late.isEmpty else { return }
      // A late time among early ones is reported by `time-order`. If all times from one on are late, only the first is
      // reported.
      let outliers = reading.outliers()
      guard let first = late.first(where: { !outliers.contains($0) }),
        let range = reading.timeRange(of: first)
      else { return }
      let end = Time(seconds: Int(min(length, 2_000_000))).description
      report(range, "The recording ends at \(end), before this time.")
    })
}

private let secondsOption = Rule.Option(
  "seconds", .number(0), "The length of the recording; 0 where the metadata gives it.")
private let keysOption = Rule.Option(
  "keys", .words(["duration", "duration_seconds", "length", "runtime"]),
  "Keys of the metadata that give the length; the first one that can be read counts.")

extension Reading {
  /// The length of the recording in seconds, as one of the keys of the metadata gives it.
  fileprivate func declaredLength(_ keys: [String]) -> Double? {
    guard blocks.count(of: .metadata) > 0 else { return nil }
    for block in blocks.indices where blocks[block].kind == .metadata {
      var key: Part?
      for part in blocks.parts(of: block) {
        if part.kind == .key { key = part }
        guard part.kind == .value, let name = key, keys.contains(string(of: name, in: block)) else { continue }
        if let length = RecordingLength(string(of: part, in: block)) { return length.seconds }
      }
    }
    return nil
  }
}
