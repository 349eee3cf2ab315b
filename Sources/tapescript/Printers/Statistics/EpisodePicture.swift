import Features
import Rules
import SourceText
import Transcript

/// Who speaks when: a lane for each speaker along the time of the recording, with the sections behind and the findings
/// below.
///
/// Hints are left out: at the scale of an episode, double blanks do not matter.
struct EpisodePicture {
  private let episode: CountedEpisode
  private let lanes: [Lane]
  private let axis: TimeAxis
  private var svg = SVG(width: 1200)

  private struct Lane {
    var name: String
    var share: String
    var stretches: [Statistics.Stretch]
    var colour: String
  }

  /// Where the lanes begin: behind the longest name.
  private let left: Double
  private static let right = 1130.0
  private static let nameColumns = 28
  private static let laneHeight = 24.0
  private static let laneStep = 36.0

  /// Distinct for colour-blind eyes, and visible on white and on black. Source: Paul Tol, "Colour Schemes", bright.
  private static let colours = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"]
  private static let grey = "#8b949e"

  /// Nil where the transcript has no times.
  init?(_ episode: CountedEpisode) {
    guard let stretch = episode.statistics.stretch, stretch.seconds > 0 else { return nil }
    self.episode = episode
    lanes = Self.lanes(episode.statistics)
    let longest = lanes.map { shownWidth(of: $0.name) }.max() ?? 0
    left = 38 + 8.2 * Double(min(max(longest, 12), Self.nameColumns))
    axis = TimeAxis(from: stretch.start.seconds, to: stretch.end.seconds, left: left, width: Self.right - left)
  }

  /// Too many lanes would make the picture too high, so those who say least share the last one.
  private static func lanes(_ statistics: Statistics) -> [Lane] {
    let limit = 10
    let isAlone = statistics.speakers.count == 1
    var lanes = statistics.speakers.prefix(statistics.speakers.count > limit ? limit - 1 : limit).enumerated().map {
      index, speaker in
      Lane(
        name: speaker.name ?? (isAlone ? "speech" : "no label"),
        share: isAlone ? "" : "\(statistics.share(of: speaker)) %", stretches: speaker.stretches,
        colour: speaker.name == nil && !isAlone ? grey : index < colours.count ? colours[index] : grey)
    }
    let rest = statistics.speakers.dropFirst(lanes.count)
    if !rest.isEmpty {
      let words = rest.reduce(0) { $0 + $1.words }
      let share = percentage(words, of: statistics.words)
      lanes.append(
        Lane(
          name: "\(grouped(rest.count)) others", share: "\(share) %", stretches: rest.flatMap(\.stretches), colour: grey
        ))
    }
    return lanes
  }

  /// The whole picture.
  var document: String {
    var picture = self
    return picture.draw()
  }

  private mutating func draw() -> String {
    let title = episode.statistics.title ?? String(episode.name.split(separator: "/").last ?? "")
    svg.text(fitted(title, columns: 90), x: 24, y: 38, "strong", size: 20)
    svg.text(summary, x: 24, y: 62, "faint", size: 14)

    let top = titled.contains { $0.section.stretch != nil } ? 108.0 : 84.0
    let bottom = top + Double(lanes.count) * Self.laneStep
    drawSections(top: top, bottom: bottom)
    for mark in axis.marks {
      svg.line(x1: axis.x(seconds: mark), y1: top, x2: axis.x(seconds: mark), y2: bottom + 6, "grid")
    }
    for (index, lane) in lanes.enumerated() { draw(lane, y: top + Double(index) * Self.laneStep) }
    for mark in axis.marks {
      svg.text(
        Time(seconds: Int(mark)).description, x: axis.x(seconds: mark), y: bottom + 22, "faint", size: 12,
        anchor: .middle)
    }
    var y = bottom + 44
    for (name, severity, colour) in Self.graveEnough {
      // Uncertain passages have a row of their own.
      let marks = episode.marks.filter { $0.severity == severity && $0.rule != "uncertain-passage" }
      drawMarks(name, marks.map { ($0.time, colour, "\($0.message) [\($0.rule)]") }, y: &y)
    }
    let passages = episode.uncertain.compactMap { passage in passage.time.map { ($0, Self.grey, passage.text) } }
    drawMarks("uncertain", passages, y: &y)
    drawContents(y: &y)
    return svg.document(height: y + 12, title: title, about: "Who speaks when. \(summary).")
  }

  private var summary: String {
    let statistics = episode.statistics
    var facts = [duration(statistics.stretch?.seconds ?? 0), counted(statistics.words, "word")]
    if let pace = statistics.pace { facts.append("\(Int(pace.rounded())) words a minute") }
    if !statistics.named.isEmpty { facts.append(counted(statistics.named.count, "speaker")) }
    let sections = titled.count
    if sections > 0 { facts.append(counted(sections, "section")) }
    return facts.joined(separator: " · ")
  }

  private mutating func draw(_ lane: Lane, y: Double) {
    let middle = y + Self.laneStep / 2
    svg.text(
      withoutMiddle(lane.name, columns: Self.nameColumns), x: left - 14, y: middle + 5, "ink", size: 14, anchor: .end)
    svg.text(lane.share, x: Self.right + 14, y: middle + 5, "faint", size: 13)
    for stretch in lane.stretches {
      let x = axis.x(stretch.start)
      // Even a single word is a visible line.
      svg.rectangle(
        x: x, y: middle - Self.laneHeight / 2, width: max(1, axis.x(stretch.end) - x), height: Self.laneHeight,
        fill: lane.colour,
        about: "\(lane.name), \(stretch.start.description) – \(stretch.end.description)")
    }
  }

  private static let graveEnough: [(name: String, severity: Severity, colour: String)] = [
    ("errors", .error, "#d1242f"), ("warnings", .warning, "#bf8700"), ("information", .information, "#2f81f7"),
  ]

  /// A row of ticks under the axis, with their number; no row where there are none.
  private mutating func drawMarks(
    _ name: String, _ marks: [(time: Time, colour: String, about: String)], y: inout Double
  ) {
    guard !marks.isEmpty else { return }
    svg.text(name, x: left - 14, y: y + 13, "ink", size: 14, anchor: .end)
    svg.rectangle(x: left, y: y + 8, width: Self.right - left, height: 1, "track")
    for mark in marks {
      svg.rectangle(
        x: axis.x(mark.time) - 1.5, y: y, width: 3, height: 17, fill: mark.colour, radius: 1,
        about: "\(mark.time.description) \(mark.about)")
    }
    svg.text(grouped(marks.count), x: Self.right + 14, y: y + 13, "faint")
    y += 28
  }
}

// MARK: Sections

extension EpisodePicture {
  /// The sections with a header, with their numbers.
  private var titled: [(number: Int, section: Statistics.Section)] {
    episode.statistics.sections.filter { $0.title != nil }.enumerated().map { ($0 + 1, $1) }
  }

  /// Every other section has a band behind it. The number of a section is above its beginning, unless the number before
  /// it is too close.
  private mutating func drawSections(top: Double, bottom: Double) {
    let timed = titled.compactMap { entry in entry.section.stretch.map { (entry.number, entry.section, $0) } }
    for (index, (number, section, stretch)) in timed.enumerated() {
      let from = axis.x(stretch.start)
      svg.rectangle(
        x: from, y: top - 24, width: axis.x(stretch.end) - from, height: bottom - top + 24,
        index.isMultiple(of: 2) ? "band" : "paper", about: "\(number). \(section.title ?? "")")
    }
    var free = 0.0
    for (number, _, stretch) in timed where axis.x(stretch.start) >= free {
      let from = axis.x(stretch.start)
      svg.text(String(number), x: from + 5, y: top - 8, "faint", size: 12)
      free = from + 8 + 8 * Double(String(number).count)
    }
  }

  /// The titles below the picture, in as many columns as their number and length want, read downwards.
  private mutating func drawContents(y: inout Double) {
    let sections = titled
    guard !sections.isEmpty else { return }
    y += 16
    let longest = sections.map { shownWidth(of: $0.section.title ?? "") }.max() ?? 0
    let columns = sections.count > 18 && longest <= 36 ? 3 : sections.count > 6 ? 2 : 1
    let rows = (sections.count + columns - 1) / columns
    let columnWidth = 1152.0 / Double(columns)
    for (index, entry) in sections.enumerated() {
      let x = 24 + Double(index / rows) * columnWidth
      let line = y + Double(index % rows) * 22 + 12
      svg.text(String(entry.number), x: x + 22, y: line, "faint", size: 13, anchor: .end)
      svg.text(entry.section.stretch?.start.description ?? "", x: x + 84, y: line, "faint", size: 13, anchor: .end)
      let title = entry.section.title.flatMap { $0.isEmpty ? nil : $0 } ?? "(no title)"
      svg.text(fitted(title, columns: [130, 62, 36][columns - 1]), x: x + 96, y: line, "ink", size: 13)
    }
    y += Double(rows) * 22
  }
}
