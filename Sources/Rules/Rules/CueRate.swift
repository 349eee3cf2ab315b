import SourceText
import Transcript

extension Rule {
  static let cueRate = Rule(
    "cue-rate", .warning, isOn: false,
    summary: "A cue has more text than can be read while it is shown.",
    why: "Viewers who read slowly lose the thread, and those who do not see nothing but the text.",
    options: [charactersOption, wordsOption],
    looks: .atBlock { reading, block, report in
      guard let cue = reading.cue(block), cue.length > 0, let range = reading.rangeOfTimes(block) else { return }
      let (characters, words) = (report.number(charactersOption), report.number(wordsOption))
      let count = characters > 0 ? reading.shownLines(of: block).reduce(0) { $0 + $1.count } : 0
      let rate = Double(count) / cue.seconds
      let speed = Double(reading.episode.rows[block].words) * 60 / cue.seconds
      if characters > 0, rate > characters {
        report(
          range,
          "\(count) characters in \(secondsPhrase(cue.seconds)) are \(tenths(rate)) a second, more than \(tenths(characters))."
        )
      } else if words > 0, speed > words {
        let count = counted(Int(reading.episode.rows[block].words), "word")
        report(
          range, "\(count) in \(secondsPhrase(cue.seconds)) are \(tenths(speed)) a minute, more than \(tenths(words)).")
      }
    })
}

private let charactersOption = Rule.Option(
  "characters", .number(20), "The most characters that are to be read in a second; 0 for any number.")
private let wordsOption = Rule.Option(
  "words", .number(0), "The most words that are to be read in a minute; 0 for any number.")

private func tenths(_ number: Double) -> String {
  let tenths = Int((min(number, 1e12) * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
