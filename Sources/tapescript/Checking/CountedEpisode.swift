import Features
import Files
import Rules
import SourceText
import Transcript
import Workspace

/// A transcript in numbers.
struct CountedEpisode: Sendable {
  /// A finding at a moment of the recording.
  struct Mark: Sendable {
    var time: Time
    var severity: Severity
    var rule: String
    var message: String
  }

  /// The name of the file, as it is shown.
  let name: String
  let notation: String
  let statistics: Statistics
  /// The uncertain passages: their text, place (counted from 1) and time.
  let uncertain: [(text: String, line: Int, column: Int, time: Time?)]
  /// The findings whose moment is known, in the order of the text.
  let marks: [Mark]

  /// Nil where there is no transcript.
  init?(_ subject: Subject) throws(Failure) {
    let file = try TranscriptFile(subject.source, notation: subject.settings.notation)
    guard let reading = file.reading, let notation = file.notation else { return nil }
    name = subject.source.name
    self.notation = notation
    statistics = Features.statistics(reading)
    let timeline = Timeline(reading)
    let rules = subject.settings.rules
    uncertain = reading.uncertainPassages(rules).map { range in
      let place = reading.text.place(of: range.lowerBound)
      let block = reading.blocks.index(at: range.lowerBound)
      return (reading.text.string(range), place.line, place.column, block.flatMap(timeline.start))
    }
    marks = Judge.findings(in: reading, rules, subject.surroundings(for: rules)).compactMap { finding in
      // A faulty time gives no moment, so its finding is shown at the time before it.
      guard let block = reading.blocks.index(at: finding.range.lowerBound),
        let segment = reading.segment(above: block + 1) ?? timeline.segments.first,
        let time = timeline.start(of: segment) ?? timeline.first
      else { return nil }
      return Mark(time: time, severity: finding.severity, rule: finding.rule, message: finding.message)
    }
  }
}

extension Statistics {
  /// The speaker's share of all words, in percent.
  func share(of speaker: Speaker) -> Int { percentage(speaker.words, of: words) }

  /// The speakers with a name.
  var named: [Speaker] { speakers.filter { $0.name != nil } }
}
