/// Something that takes time, at three sizes.
struct Measure: Sendable {
  var title: String
  /// In milliseconds, for an episode.
  var time: @Sendable (_ episode: [UInt8], Patience) -> Double
  /// What is shown for a time; by default the time itself.
  var show: @Sendable (_ time: Double, _ bytes: Int) -> String = { time, _ in rounded(time) }

  func table(_ kinds: [Kind], _ patience: Patience) -> String {
    var lines = [
      "| \(title) | \(sizes.map(\.name).joined(separator: " | ")) | 7 MB ÷ 70 KB |",
      "|---|" + String(repeating: "--:|", count: sizes.count + 1),
    ]
    for kind in kinds {
      let times = sizes.map { time(kind.episode(of: $0.bytes), patience) }
      let cells = zip(times, sizes).map { show($0, $1.bytes) }
      let ratio = rounded(times[times.count - 1] / times[0])
      lines.append("| \(kind.name) | \((cells + [ratio]).joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
