import Features
import SourceText
import Transcript

/// For people: a row for each transcript, one for the sum, and the share of each speaker in it.
func episodesTable(_ episodes: [CountedEpisode], _ terminal: Terminal) -> String {
  let sum = Sum(episodes)
  var table = Table([.right, .right, .right, .right, .right, .right, .left, .left])
  table.add(
    ["length", "words", "pace", "sections", "uncertain", "longest", "speakers", "transcript"]
      .map { terminal.ink(.dim, $0) })
  for episode in episodes { table.add(episode.row) }
  table.add([
    clock(sum.length), grouped(sum.words), pace(sum.pace), grouped(sum.sections), grouped(sum.uncertain),
    clock(sum.longestStretch?.seconds), sum.speakers.isEmpty ? "" : counted(sum.speakers.count, "speaker"),
    terminal.ink(.bold, "all \(grouped(sum.transcripts))"),
  ])
  return table.text + speakerTable(sum, terminal)
}

private func speakerTable(_ sum: Sum, _ terminal: Terminal) -> String {
  guard !sum.speakers.isEmpty else { return "" }
  let shown = sum.speakers.prefix(20)
  var table = Table([.right, .right, .right, .right, .left])
  table.add(["share", "words", "turns", "in", "speaker"].map { terminal.ink(.dim, $0) })
  for speaker in shown {
    table.add([
      "\(sum.share(of: speaker)) %", grouped(speaker.words), grouped(speaker.turns), grouped(speaker.transcripts),
      shownLabel(speaker.name),
    ])
  }
  let rest = sum.speakers.count - shown.count
  return "\n" + table.text + (rest > 0 ? terminal.ink(.dim, "and \(grouped(rest)) more") + "\n" : "")
}

extension CountedEpisode {
  fileprivate var row: [String] {
    // Speakers with less than one word in a hundred are counted but not named.
    let heard = statistics.named.filter { statistics.share(of: $0) > 0 }.prefix(4)
    var speakers = heard.map { "\(fitted($0.name ?? "", columns: 24)) \(statistics.share(of: $0)) %" }
    let rest = statistics.named.count - heard.count
    if rest > 0 { speakers.append("and \(grouped(rest)) more") }
    return [
      clock(statistics.stretch?.seconds), grouped(statistics.words), pace(statistics.pace),
      grouped(statistics.sections.count { $0.title != nil }), grouped(uncertain.count),
      clock(statistics.longestStretch?.seconds), fitted(speakers.joined(separator: ", "), columns: 40), visible(name),
    ]
  }
}

/// `Time` does not hold the hours of a whole archive, so they are written here.
private func clock(_ seconds: Double?) -> String {
  guard let seconds, seconds > 0 else { return "" }
  let whole = Int(seconds.rounded())
  guard whole >= 3600 else { return Time(seconds: whole).description }
  return "\(grouped(whole / 3600)):" + Time(seconds: 3600 + whole % 3600).description.dropFirst(2)
}

private func pace(_ pace: Double?) -> String { pace.map { String(Int($0.rounded())) } ?? "" }
