import SourceText
import Transcript

extension Rule {
  /// The hosts are those whom the configuration or the metadata names as hosts; without any, the speaker who asks at least
  /// twice as many questions as anybody else. Where that is not clear, nothing is reported. Left alone: a question directly
  /// below another header, which leaves no place to move the header to; and questions of up to three words such as “Two
  /// more, right?”, which do not begin a new subject.
  static let headerBeforeAnswer = Rule(
    "header-before-answer", .hint, fix: .offered,
    summary: "A header stands between a host's question and its answer.",
    why: "A reader who follows a link to the section finds an answer and has to look above it for the question.",
    looks: .atDocument(.frame) { reading, report in
      guard reading.blocks.count(of: .header) > 0 else { return }
      let changes = reading.speakerChangesAtHeaders
      for change in changes { report.readWords(of: change.last) }
      let cuts = changes.filter { reading.episode.rows[$0.last].words > 3 && reading.asks($0.last) }
      guard !cuts.isEmpty else { return }
      var hosts = reading.namedHosts(report.settings.speakers)
      if hosts.isEmpty {
        report.readWordsEverywhere()
        hosts = Set([reading.clearAsker].compactMap(\.self))
      }
      for cut in cuts where hosts.contains(cut.speaker) && cut.first > 0 && reading.kind(of: cut.first - 1) == .segment
      {
        guard let title = reading.range(.title, of: cut.headers.upperBound), !title.isEmpty else { continue }
        report(
          title, "This header stands between a question and its answer.",
          fixes: [
            Fix(
              cut.headers.count == 1 ? "Move the header above the question" : "Move the headers above the question",
              cut.headers.map { .move(block: $0, before: cut.first) }, in: reading)
          ])
      }
    })
}

/// A place where headers stand between the words of two speakers.
private struct SpeakerChange {
  /// The last segment above the headers with a label, and the last one at all: a paragraph may continue it.
  var first: Int
  var last: Int
  var headers: ClosedRange<Int>
  /// Who speaks above the headers.
  var speaker: Speakers.ID
}

extension Reading {
  /// The headers with segments of two different speakers directly around them.
  fileprivate var speakerChangesAtHeaders: [SpeakerChange] {
    var changes: [SpeakerChange] = []
    var above: (first: Int, last: Int, speaker: Speakers.ID)?
    var headers: ClosedRange<Int>?
    for index in blocks.indices {
      switch kind(of: index) {
      case .header: headers = (headers?.lowerBound ?? index)...index
      case .segment:
        let speaker = speaker(of: index)
        if let above, let headers, let speaker, speaker != above.speaker {
          changes.append(
            SpeakerChange(first: above.first, last: above.last, headers: headers, speaker: above.speaker))
        }
        if let speaker {
          above = (index, index, speaker)
        } else if blocks[index].continuesSpeaker, headers == nil {
          above?.last = index
        } else {
          above = nil
        }
        headers = nil
      case .metadata, .prose, .conflict: (above, headers) = (nil, nil)
      }
    }
    return changes
  }

  /// Whether a segment ends with a question.
  fileprivate func asks(_ segment: Int) -> Bool {
    guard let words = blocks.parts(of: segment).last(where: { $0.kind == .words }) else { return false }
    // A quote or a bracket may stand behind the question mark.
    return text.bytes[range(of: words, in: segment).suffix(4)].contains(UInt8(ascii: "?"))
  }

  /// The speakers whom the configuration names as hosts, or else the metadata.
  fileprivate func namedHosts(_ people: [Settings.Person]) -> Set<Speakers.ID> {
    let configured = people.filter(\.isHost).flatMap { [$0.name] + $0.aliases }.compactMap(episode.speakers.id)
    guard configured.isEmpty else { return Set(configured) }
    let names = RosterKey.all.filter(\.namesHosts).compactMap { entry($0.name) }.flatMap(names)
      .map { FoldedName($0.text) }
    guard !names.isEmpty else { return [] }
    let speakers = labels.filter { label in names.contains { $0.mayBeCalled(FoldedName(label.label)) } }
    return Set(speakers.map(\.id))
  }

  /// The speaker who ends at least twice as many turns with a question as anybody else, and a sixth of their own.
  fileprivate var clearAsker: Speakers.ID? {
    var counts: [Speakers.ID: (questions: Int, turns: Int)] = [:]
    var turn: (speaker: Speakers.ID, last: Int)?
    func endTurn() {
      guard let turn else { return }
      counts[turn.speaker, default: (0, 0)].turns += 1
      if asks(turn.last) { counts[turn.speaker, default: (0, 0)].questions += 1 }
    }
    for index in blocks.indices where kind(of: index) == .segment {
      let speaker = speaker(of: index) ?? (blocks[index].continuesSpeaker ? turn?.speaker : nil)
      if speaker != turn?.speaker { endTurn() }
      turn = speaker.map { ($0, index) }
    }
    endTurn()
    guard let most = counts.max(by: { $0.value.questions < $1.value.questions }) else { return nil }
    let others = counts.filter { $0.key != most.key }.map(\.value.questions).max() ?? 0
    let isClear = most.value.questions >= max(others + 2, 2 * others) && 6 * most.value.questions >= most.value.turns
    return isClear ? most.key : nil
  }
}
