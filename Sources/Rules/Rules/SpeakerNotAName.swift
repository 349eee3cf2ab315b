import SourceText
import Transcript

extension Rule {
  /// Reports labels of more than four words or forty characters, or with the end of a sentence: an importer took a
  /// paragraph as the speaker.
  static let speakerNotAName = Rule(
    "speaker-not-a-name", .error, fix: .offered,
    summary: "A sentence stands where the name of the speaker belongs.",
    why: "A paragraph in the speaker's place is missing from the text, and the page shows it as a name.",
    looks: .atDocument { reading, report in
      let speakers = reading.episode.speakers
      let unnamed = Set(speakers.all.filter { !NameShape(speakers.label(of: $0)).isName })
      guard !unnamed.isEmpty else { return }
      lazy var talk = TurnTaking(reading)
      var current: Speakers.ID?
      for index in reading.episode.rows.indices where reading.kind(of: index) == .segment {
        let speaker = reading.episode.rows[index].speaker
        // If the items that follow have the same label, this is one mistake.
        if let speaker, unnamed.contains(speaker), speaker != current {
          reportRun(speaker, from: index, reading, talk, &report)
        }
        current = speaker
      }
    })
}

/// Whether a label looks like a name.
struct NameShape {
  let isName: Bool

  init(_ label: String) {
    // No name has so many bytes, and counting the characters of a megabyte would take long.
    guard label.utf8.count <= 400 else {
      isName = false
      return
    }
    if label.utf8.count <= 40, let words = plainWords(label) {
      isName = words <= 4
      return
    }
    let words = label.split { $0.isWhite }
    // “Ph.D.” has another full stop inside.
    let last = words.last ?? ""
    let endsSentence =
      words.count > 1 && ".!?…”".contains(label.last ?? " ") && last.count > 4 && !last.dropLast().contains(".")
    isName = words.count <= 4 && label.count <= 40 && !endsSentence
  }
}

/// How many words a label has; nil if it has non-ASCII characters or does not end with a letter or a digit.
private func plainWords(_ label: String) -> Int? {
  guard let last = label.utf8.last, isAlphanumeric(last) else { return nil }
  var (words, isInWord) = (0, false)
  for byte in label.utf8 {
    guard byte < 0x80 else { return nil }
    let isWhite = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isWhite, !isInWord { words += 1 }
    isInWord = !isWhite
  }
  return words
}

private func reportRun(
  _ speaker: Speakers.ID, from first: Int, _ reading: Reading, _ talk: TurnTaking, _ report: inout Report
) {
  guard let range = reading.range(.speaker, of: first) else { return }
  let run = reading.segments(from: first, by: speaker)
  let label = reading.episode.speakers.label(of: speaker)
  // The real label may stand on the line above, and the paragraph may have taken its place.
  let stray = reading.strayName(above: first, report.settings.speakers)
  func names() -> [String] {
    if let stray { return [stray.speaker] }
    let said = run.reduce(label.split(whereSeparator: \.isWhite).count) { $0 + Int(reading.episode.rows[$1].words) }
    return talk.likeliest(from: first, to: run.last ?? first, words: said)
  }
  var related: [Finding.Related] = []
  if let stray, let range = reading.range(.words, of: stray.block) {
    related.append(.init(range: range, message: "This is the label."))
  }
  related += run.dropFirst().compactMap { index in
    reading.range(.speaker, of: index).map { Finding.Related(range: $0, message: "The same paragraph again.") }
  }
  report(
    range, "This is a paragraph and no name.", related: related,
    fixes: names().prefix(2).map { name in
      Fix(
        "Move the paragraph into the text and name \(name)",
        (stray.map { [.remove(block: $0.block)] } ?? []) + reading.movingLabel(into: first, run: run, speaker: name),
        in: reading)
    })
}

extension Reading {
  /// The neighbouring segments with the same label, starting with the given one, by their blocks.
  fileprivate func segments(from first: Int, by speaker: Speakers.ID) -> [Int] {
    var run: [Int] = []
    for index in blocks.indices[first...] where kind(of: index) == .segment {
      guard episode.rows[index].speaker == speaker else { break }
      run.append(index)
    }
    return run
  }

  /// The changes that move the label of a segment to the beginning of its words and make `speaker` the label of all
  /// segments in `run`.
  fileprivate func movingLabel(into first: Int, run: [Int], speaker: String) -> [Change] {
    // In items, an importer has repeated the paragraph as the label of each, so it is moved only once. In paragraphs,
    // each label is a part of what was said.
    let moved = isItem(first) ? [first] : run
    return moved.map { .unlabel(block: $0) } + run.map { .setSpeaker(block: $0, speaker) }
  }
}
