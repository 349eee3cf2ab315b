import Transcript

extension Rule {
  static let cueLines = Rule(
    "cue-lines", .warning, isOn: false,
    summary: "A cue has more lines than captions should have.",
    why: "Many lines hide the picture, and some players show only the first two.",
    options: [linesOption],
    looks: .atBlock { reading, block, report in
      guard reading.cue(block) != nil else { return }
      let lines = reading.shownLines(of: block)
      let most = report.number(linesOption)
      guard Double(lines.count) > most, let first = lines.dropFirst(Int(most)).first, let last = lines.last else {
        return
      }
      report(
        first.range.lowerBound..<last.range.upperBound, "The cue has \(lines.count) lines, more than \(Int(most)).")
    })

  /// The most lines of a cue, whether more are reported or not.
  static func mostLines(_ settings: Settings) -> Int { settings.number(linesOption, of: cueLines) }
}

private let linesOption = Rule.Option("lines", .number(2), "The most lines of a cue.")
