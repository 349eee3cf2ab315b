import SourceText
import Transcript

extension Rule {
  /// The hosts are those whom the configuration names as hosts; without any, the speaker who asks most of the questions
  /// above headers. Left alone: a question directly below another header, which leaves no place to move the header to;
  /// and questions of up to three words such as “Two more, right?”, which do not begin a new subject.
  static let headerBeforeAnswer = Rule(
    "header-before-answer", .hint, fix: .offered,
    summary: "A header stands between a host's question and its answer.",
    why: "A reader who follows a link to the section finds an answer and has to look above it for the question.",
    looks: .atDocument(.frame) { reading, report in
      guard reading.blocks.count(of: .header) > 0 else { return }
      let between = reading.blocks.indices.filter(reading.standsBetweenSpeakers)
      for header in between { report.readWords(of: header - 1) }
      let cuts = between.filter(reading.cutsQuestion)
      guard !cuts.isEmpty else { return }
      let hosts = reading.hosts(report.settings.speakers, askers: cuts.compactMap { reading.speaker(of: $0 - 1) })
      for header in cuts {
        guard let asker = reading.speaker(of: header - 1), hosts.contains(asker),
          let title = reading.range(.title, of: header), !title.isEmpty,
          header >= 2, reading.kind(of: header - 2) == .segment
        else { continue }
        report(
          title, "This header stands between a question and its answer.",
          fixes: [
            Fix("Move the header above the question", [.move(block: header, before: header - 1)], in: reading)
          ])
      }
    })
}

extension Reading {
  /// Whether a block is a header between segments of two different speakers.
  fileprivate func standsBetweenSpeakers(_ header: Int) -> Bool {
    guard header > 0, header + 1 < blocks.count, let asker = episode.rows[header - 1].speaker,
      kind(of: header) == .header, let answerer = speaker(of: header + 1)
    else { return false }
    return asker != answerer && kind(of: header - 1) == .segment
  }

  /// Whether the segment above a header ends with a question.
  fileprivate func cutsQuestion(_ header: Int) -> Bool {
    guard episode.rows[header - 1].words > 3, let words = range(.words, of: header - 1) else { return false }
    // A quote or a bracket may stand behind the question mark.
    return text.bytes[words.suffix(4)].contains(UInt8(ascii: "?"))
  }

  /// The speakers who ask the questions: those whom the configuration names as hosts, or else the most frequent of
  /// `askers`.
  fileprivate func hosts(_ people: [Settings.Person], askers: [Speakers.ID]) -> Set<Speakers.ID> {
    let named = people.filter(\.isHost).flatMap { [$0.name] + $0.aliases }.compactMap(episode.speakers.id)
    if !named.isEmpty { return Set(named) }
    var counts: [Speakers.ID: Int] = [:]
    for asker in askers { counts[asker, default: 0] += 1 }
    let most = counts.values.max()
    return Set(askers.first { counts[$0] == most }.map { [$0] } ?? [])
  }
}
