import SourceText
import Transcript

extension Rule {
  /// The label of a segment cannot be read: its colon is lost or misplaced, or there is no label at all where the file's
  /// segments have one.
  ///
  /// Paragraphs that continue a turn and prose around the transcript need no label.
  static let speakerMalformed = Rule(
    "speaker-malformed", .error, repair: .offered,
    summary: "The label of a segment cannot be read: its colon is lost or misplaced, or the name is missing.",
    why: "Without a readable label the words are counted and shown as somebody else's, or as nobody's.",
    looks: .atDocument { reading, report in
      lazy var talk = TurnTaking(reading)
      func likeliest(_ block: Int) -> [String] {
        talk.likeliest(from: block, to: block, words: Int(reading.episode.rows[block].words))
      }
      if reading.blocks.faultyCount > 0 { reportColons(reading, likeliest, &report) }
      if Habits(reading).labelled { reportMissing(reading, likeliest, &report) }
    })
}

/// Who may have said a segment, by its block, the likeliest first.
private typealias Guess = (Int) -> [String]

private func reportColons(_ reading: Reading, _ likeliest: Guess, _ report: inout Report) {
  for index in reading.blocks.indices where reading.blocks[index].hasFault && reading.kind(of: index) == .segment {
    lazy var label = reading.string(.speaker, of: index) ?? ""
    for part in reading.blocks.parts(of: index) where part.fault != nil {
      let range = reading.range(of: part, in: index)
      switch part.fault {
      case .labelSpaceBeforeColon:
        report(
          range, "There is a blank between the label and its colon.",
          fixes: [Fix("Remove the blank behind \(label)", [.respellSpeaker(block: index)], in: reading)])
      case .labelNoSpaceAfterColon:
        report(
          range, "There is no blank behind the colon of the label.",
          fixes: [Fix("Add a blank behind the colon", [.respellSpeaker(block: index)], in: reading)])
      case .labelEmpty:
        report(
          range, "There is a colon but no label before it.",
          fixes: likeliest(index).map { reading.naming($0, in: index) })
      default: break
      }
    }
  }
}

private func reportMissing(_ reading: Reading, _ likeliest: Guess, _ report: inout Report) {
  for index in reading.blocks.indices where reading.episode.rows[index].speaker == nil {
    // A copy that lacks what its neighbour has is reported as a copy.
    guard reading.blocks[index].kind == .segment, !reading.isRepeated(index) else { continue }
    let parts = reading.blocks.parts(of: index)
    if parts.contains(where: { $0.kind == .key }) {
      // An item that YAML cannot read was cut short by that mistake; one finding is enough.
      if !parts.contains(where: { $0.fault?.isYAML ?? false }) { reportItem(reading, index, likeliest, &report) }
    } else if reading.episode.rows[index].start != nil, !parts.contains(where: { $0.fault == .labelEmpty }) {
      reportParagraph(reading, index, likeliest, &report)
    }
  }
}

/// An item without `who`, or with an empty one.
private func reportItem(_ reading: Reading, _ index: Int, _ likeliest: Guess, _ report: inout Report) {
  if report.isMisspelt("who", in: index, of: reading) { return }
  let speakers = likeliest(index)
  if let empty = reading.range(.speaker, of: index) {
    let key = reading.blocks.parts(of: index).last {
      $0.kind == .key && reading.range(of: $0, in: index).upperBound < empty.lowerBound + 1
    }
    let place = key.map { reading.range(of: $0, in: index) } ?? empty
    return report(
      place, "who says nothing; the words belong to nobody.", fixes: speakers.map { reading.naming($0, in: index) })
  }
  let content = reading.content(of: index)
  let line = reading.text.content(ofLine: reading.text.line(at: content.lowerBound))
  let start = reading.text.bytes[line].firstIndex { $0 != 0x20 } ?? line.lowerBound
  report(
    start..<line.upperBound, "This item has no who; the words belong to nobody.",
    fixes: speakers.map { reading.naming($0, in: index) })
}

extension Reading {
  fileprivate func naming(_ speaker: String, in block: Int) -> Fix? {
    Fix("Name \(speaker)", [.setSpeaker(block: block, speaker)], in: self)
  }
}

/// A paragraph with a time and no label.
private func reportParagraph(_ reading: Reading, _ index: Int, _ likeliest: Guess, _ report: inout Report) {
  guard let words = reading.range(.words, of: index), !words.isEmpty else { return }
  // A known label, with a blank where its colon should be.
  let known = report.knownLabels(in: reading).label(at: words, in: reading.text) { $0.first.map(isBlank) ?? false }
  if let name = known?.range {
    let label = reading.text.string(name)
    let blanks = words.dropFirst(name.count).prefix { isBlank(reading.text.bytes[$0]) }
    let fix = Fix(
      "Insert the colon behind \(label)",
      [
        .setText(block: index, 0..<(name.count + blanks.count), ""),
        .setSpeaker(block: index, label),
      ], in: reading)
    return report(name, "The colon behind the label is missing.", fixes: [fix])
  }
  let first = words.prefix { !isBlank(reading.text.bytes[$0]) }
  report(
    first, "This paragraph has a time but no speaker label.",
    fixes: likeliest(index).map { reading.naming($0, in: index) })
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
