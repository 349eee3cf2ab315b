import SourceText
import Transcript

extension Rule {
  /// Reports a label that cannot be read because its colon is lost or misplaced, and a segment without a label in a
  /// file whose segments have labels.
  ///
  /// Paragraphs that continue a turn and prose around the transcript need no label.
  static let speakerMalformed = Rule(
    "speaker-malformed", .error, fix: .offered,
    summary: "The label of a segment cannot be read: its colon is lost or misplaced, or the name is missing.",
    why: "Without a readable label the words are counted and shown as somebody else's, or as nobody's.",
    looks: .atDocument { reading, report in
      lazy var talk = TurnTaking(reading)
      func likeliest(_ block: Int) -> [String] {
        talk.likeliest(from: block, to: block, words: Int(reading.episode.rows[block].words))
      }
      if reading.blocks.faultyCount > 0 { reportColons(reading, likeliest, &report) }
      let habits = Habits(reading)
      if habits.labelled { reportMissing(reading, likeliest, &report) }
      if habits.isTimeless { reportUnmarked(reading, &report) }
    })
}

/// Guesses who speaks in a segment, given by its block; the likeliest speaker comes first.
private typealias Guess = (Int) -> [String]

private func reportColons(_ reading: Reading, _ likeliest: Guess, _ report: inout Report) {
  lazy var isBlankUsual = reading.usuallyHasBlankBeforeColon
  for index in reading.blocks.indices where reading.blocks[index].hasFault && reading.kind(of: index) == .segment {
    lazy var label = reading.string(.speaker, of: index) ?? ""
    for part in reading.blocks.parts(of: index) where part.fault != nil {
      let range = reading.range(of: part, in: index)
      switch part.fault {
      case .labelSpaceBeforeColon:
        if isBlankUsual { continue }
        report(
          range, "There is a blank between the label and its colon.",
          fixes: [Fix("Remove the blank behind \(label)", [.respellSpeaker(block: index)], in: reading)])
      case .labelNoSpaceAfterColon:
        report(
          range, "There is no blank behind the colon of the label.",
          fixes: [Fix("Add a blank behind the colon", [.respellSpeaker(block: index)], in: reading)])
      case .labelMarks:
        report(
          range, "“\(reading.text.string(range))” is not written as the labels are here.",
          fixes: [Fix("Write the label of \(label) as the others are", [.respellSpeaker(block: index)], in: reading)])
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
    // A copy without a label is reported as a copy only.
    guard reading.blocks[index].kind == .segment, !reading.isRepeated(index) else { continue }
    let parts = reading.blocks.parts(of: index)
    if parts.contains(where: { $0.kind == .key }) {
      // If YAML cannot read the item, its label may have been lost by that mistake, which is reported already.
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
  if let opening = OpeningLabel(words, in: reading, report.knownLabels(in: reading)) {
    let message: Message =
      opening.hasMarks ? "The label is not written as the others are." : "The colon behind the label is missing."
    return report(opening.name, message, fixes: [opening.fix(in: index, of: reading)])
  }
  guard !reading.blocks[index].continuesSpeaker else { return }
  let first = words.prefix { !isBlank(reading.text.bytes[$0]) }
  report(
    first, "This paragraph has a time but no speaker label.",
    fixes: likeliest(index).map { reading.naming($0, in: index) })
}

/// Reports labels without their marks in files without times, by which such segments could be recognised.
private func reportUnmarked(_ reading: Reading, _ report: inout Report) {
  for index in reading.blocks.indices where reading.episode.rows[index].speaker == nil {
    guard reading.kind(of: index) == .segment, reading.range(.key, of: index) == nil,
      let words = reading.range(.words, of: index), !words.isEmpty,
      let opening = OpeningLabel(words, in: reading, report.knownLabels(in: reading)), opening.hasMarks
    else { continue }
    report(opening.name, "The label is not written as the others are.", fixes: [opening.fix(in: index, of: reading)])
  }
}

/// A known label at the beginning of words, without the exact marks that make it a label.
private struct OpeningLabel {
  let name: Range<Int>
  /// Whether there are marks beside it. With only a blank behind it, it may be the name of a person who is spoken of.
  let hasMarks: Bool
  /// The length of the label with its marks and the blanks behind it, in bytes.
  private let length: Int

  init?(_ words: Range<Int>, in reading: Reading, _ known: KnownLabels) {
    let bytes = reading.text.bytes
    let before = words.prefix(4).prefix { openingMarks.contains(bytes[$0]) || isBlank(bytes[$0]) }
    let rest = words.dropFirst(before.count)
    let found = known.label(at: rest, in: reading.text) { behind in
      behind.first.map { isBlank($0) || closingMarks.contains($0) } ?? false
    }
    guard let name = found?.range else { return nil }
    let marks = rest.dropFirst(name.count).prefix(4).prefix { closingMarks.contains(bytes[$0]) }
    let behind = rest.dropFirst(name.count + marks.count)
    let blanks = behind.prefix { isBlank(bytes[$0]) }
    // An apostrophe or a hyphen continues the word.
    guard !blanks.isEmpty || behind.isEmpty else { return nil }
    self.name = name
    hasMarks = !before.isEmpty || marks.contains { bytes[$0] != UInt8(ascii: "-") && bytes[$0] != UInt8(ascii: ")") }
    length = blanks.endIndex - words.lowerBound
  }

  func fix(in block: Int, of reading: Reading) -> Fix? {
    let label = reading.text.string(name)
    return Fix(
      hasMarks ? "Write the label of \(label) as the others are" : "Insert the colon behind \(label)",
      [.setText(block: block, 0..<length, ""), .setSpeaker(block: block, label)], in: reading)
  }
}

private let openingMarks = ByteSet("*_<[(>-")
private let closingMarks = ByteSet("*_:>])|-")

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension Reading {
  /// Whether most labels have a blank before their colon, as French has.
  fileprivate var usuallyHasBlankBeforeColon: Bool {
    var (blanks, labels) = (0, 0)
    for index in blocks.indices where episode.rows[index].speaker != nil {
      labels += 1
      if blocks[index].hasFault, blocks.parts(of: index).contains(where: { $0.fault == .labelSpaceBeforeColon }) {
        blanks += 1
      }
    }
    return labels > 2 && blanks * 2 > labels
  }
}
