/// An operation whose time is measured, at three sizes.
struct Measure: Sendable {
  var title: String
  /// The time for an episode, in milliseconds.
  var time: @Sendable (_ episode: [UInt8], Patience) -> Double
  /// The text that is shown for a time; by default the time itself.
  var show: @Sendable (_ time: Double, _ bytes: Int) -> String = { time, _ in rounded(time) }
  /// Whether the times are compared with the time to copy the bytes.
  var isComparedWithCopy = true

  /// Two columns hardly depend on the machine: how the time grows with the size, and how many copies of the bytes could
  /// be made in the same time.
  func table(_ kinds: [Kind], _ patience: Patience) -> String {
    let columns = sizes.map(\.name) + ["7 MB ÷ 70 KB"] + (isComparedWithCopy ? ["7 MB ÷ copy"] : [])
    var lines = [
      "| \(title) | \(columns.joined(separator: " | ")) |", "|---|" + String(repeating: "--:|", count: columns.count),
    ]
    for kind in kinds {
      let episodes = sizes.map { kind.episode(of: $0.bytes) }
      let times = episodes.map { time($0, patience) }
      var cells = zip(times, sizes).map { show($0, $1.bytes) }
      let last = times[times.count - 1]
      cells.append(rounded(last / times[0]))
      if isComparedWithCopy { cells.append(rounded(last / timeOfCopy(episodes[episodes.count - 1], patience))) }
      lines.append("| \(kind.name) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// How long it takes to copy an episode into new memory, in milliseconds.
private func timeOfCopy(_ bytes: [UInt8], _ patience: Patience) -> Double {
  median(patience) {
  } _: { _ in
    // Growing the array forces a copy, because it cannot share its memory any more.
    var copy = bytes
    copy.append(0)
    consume(copy)
  }
}
