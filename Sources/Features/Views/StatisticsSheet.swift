import SourceText
import Transcript

/// The numbers of an episode as a page in Markdown.
///
/// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
public func statisticsSheet(_ reading: Reading, uncertain: [Range<Int>]) -> String {
  let numbers = statistics(reading)
  var lines = ["# \(escapeMarkdown(numbers.title ?? "Statistics"))", ""]
  if let stretch = numbers.stretch, stretch.seconds > 0 {
    lines.append("- Length: \(duration(stretch.seconds)) (\(stretch.start.description) – \(stretch.end.description))")
  }
  lines.append("- Words: \(grouped(numbers.words)) in \(counted(numbers.turns, "turn"))")
  if let pace = numbers.pace { lines.append("- Pace: \(Int(pace.rounded())) words a minute") }
  if let longest = numbers.longestStretch {
    lines.append("- Longest without a time: \(duration(longest.seconds)), from \(longest.start.description)")
  }
  lines.append("- Uncertain: \(uncertain.isEmpty ? "nothing" : counted(uncertain.count, "passage"))")
  lines += table(
    ["Speaker", "Share", "Words", "Turns", "Time"],
    numbers.speakers.map { speaker in
      [
        speaker.name.map(cell) ?? "(no label)", "\(percentage(speaker.words, of: numbers.words)) %",
        grouped(speaker.words), grouped(speaker.turns),
        speaker.seconds > 0 ? Time(seconds: Int(speaker.seconds)).description : "",
      ]
    })
  lines += table(
    ["Section", "From", "Length", "Words"],
    numbers.sections.filter { $0.title != nil }.map { section in
      [
        cell(section.title ?? ""), section.stretch?.start.description ?? "",
        section.stretch.map { $0.seconds > 0 ? duration($0.seconds) : "" } ?? "", grouped(section.words),
      ]
    })
  let timeline = Timeline(reading)
  lines += table(
    ["Uncertain", "Line", "Time"],
    uncertain.map { range in
      let block = reading.blocks.index(at: range.lowerBound)
      return [
        cell(reading.text.string(range)), grouped(reading.text.line(at: range.lowerBound) + 1),
        block.flatMap(timeline.start)?.description ?? "",
      ]
    })
  return lines.map { $0 + "\n" }.joined()
}

/// A text in a column of a table.
private func cell(_ text: String) -> String { escapeMarkdown(text).replacing("|", with: "\\|") }

/// Nothing for a table without rows.
private func table(_ names: [String], _ rows: [[String]]) -> [String] {
  guard !rows.isEmpty else { return [] }
  let rule = names.indices.map { $0 == 0 ? "---" : "---:" }
  return [""] + ([names, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
}
