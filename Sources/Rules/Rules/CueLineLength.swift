import Transcript

extension Rule {
  static let cueLineLength = Rule(
    "cue-line-length", .warning, isOn: false,
    summary: "A line of a cue is longer than lines of captions should be.",
    why: "Players break a long line where they please, or it runs over the edge of the picture.",
    options: [charactersOption],
    looks: .atBlock { reading, block, report in
      guard reading.cue(block) != nil else { return }
      let most = report.number(charactersOption)
      for line in reading.shownLines(of: block) where Double(line.count) > most {
        report(line.range, "The line has \(line.count) characters, more than \(Int(most)).")
      }
    })

  /// The most characters of a line, whether longer ones are reported or not.
  static func mostCharacters(_ settings: Settings) -> Int {
    settings.number(charactersOption, of: cueLineLength)
  }
}

private let charactersOption = Rule.Option("characters", .number(42), "The most characters of a line.")
