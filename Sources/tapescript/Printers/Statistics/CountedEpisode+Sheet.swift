import Features
import SourceText
import Transcript

extension CountedEpisode {
  /// For people: one transcript.
  func sheet(_ terminal: Terminal) -> String {
    var table = Table([.left, .left])
    func row(_ name: String, _ value: String) { table.add([terminal.ink(.dim, name), value]) }
    if let stretch = statistics.stretch, stretch.seconds > 0 {
      row("length", "\(duration(stretch.seconds)) (\(stretch.start.description) – \(stretch.end.description))")
    }
    row("words", "\(grouped(statistics.words)) in \(counted(statistics.turns, "turn"))")
    if let pace = statistics.pace { row("pace", "\(Int(pace.rounded())) words a minute") }
    row("sections", grouped(statistics.sections.count { $0.title != nil }))
    if let stretch = statistics.longestStretch {
      row("longest", "\(duration(stretch.seconds)) without a time, from \(stretch.start.description)")
    }
    row("uncertain", uncertain.isEmpty ? "nothing" : counted(uncertain.count, "passage"))
    let heading = statistics.title.map { terminal.ink(.bold, visible($0)) + "\n" } ?? ""
    return heading + "\(visible(name)): \(notation)\n\n" + table.text + speakerTable(terminal) + passages(terminal)
  }

  private func speakerTable(_ terminal: Terminal) -> String {
    guard !statistics.named.isEmpty else { return "" }
    var table = Table([.right, .right, .right, .right, .left])
    table.add(["share", "words", "turns", "time", "speaker"].map { terminal.ink(.dim, $0) })
    for speaker in statistics.speakers {
      table.add([
        "\(statistics.share(of: speaker)) %", grouped(speaker.words), grouped(speaker.turns),
        speaker.seconds > 0 ? Time(seconds: Int(speaker.seconds)).description : "",
        speaker.name.map(shownLabel) ?? terminal.ink(.dim, "(no label)"),
      ])
    }
    return "\n" + table.text
  }

  private func passages(_ terminal: Terminal) -> String {
    guard !uncertain.isEmpty else { return "" }
    var table = Table([.right, .right, .left])
    table.add(["time", "line", "uncertain"].map { terminal.ink(.dim, $0) })
    for passage in uncertain {
      table.add([passage.time?.description ?? "", grouped(passage.line), visible(passage.text)])
    }
    return "\n" + table.text
  }
}
