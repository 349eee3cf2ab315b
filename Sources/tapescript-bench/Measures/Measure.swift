/// Something that takes time, at three sizes.
struct Measure: Sendable {
  var title: String
  /// In milliseconds, for an episode.
  var time: @Sendable (_ episode: [UInt8], Patience) -> Double
  /// What is shown for a time; by default the time itself.
  var show: @Sendable (_ time: Double, _ bytes: Int) -> String = { time, _ in rounded(time) }
  /// Whether the times are compared with that of a copy of the bytes.
  var isComparedWithCopy = true

  /// Two columns hold in another run and on another machine: how the times grow, and how many copies of the bytes could
  /// be made meanwhile.
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
    // An array that grows cannot share its memory any more.
    var copy = bytes
    copy.append(0)
    consume(copy)
  }
}
