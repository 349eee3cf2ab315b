import SourceText
import Transcript

extension RewritePlace {
  /// To give the turn at the cursor, the selected turns, or the selected words to another speaker.
  func speakerRewrites() -> [Rewrite] {
    let others = others
    guard !others.isEmpty else {
      return [
        Rewrite(
          kind: .speaker, title: "Give this turn to another speaker",
          outcome: .unavailable("No other speaker is named nearby."))
      ]
    }
    return others.map { name in
      let given = given(to: name)
      return Rewrite(
        kind: .speaker, title: "Give \(given.what) to \(visible(name))", outcome: .changes(given.changes))
    }
  }

  private func given(to name: String) -> (what: String, changes: [Change]) {
    if let words = selectedWords { return ("the selected words", giving(words, to: name)) }
    let chosen = chosen
    var labelled = chosen.filter { reading.speaker(of: $0) != nil }
    // A segment that goes on with the turn above becomes a turn of its own.
    if let first = chosen.first, reading.speaker(of: first) == nil { labelled.insert(first, at: 0) }
    let changes: [Change] = labelled.map { .setSpeaker(block: $0, name) }
    return (whatIsChosen, changes + (chosen.last.map(keepingSpeaker) ?? []))
  }

  /// A part of the words of one segment.
  struct SelectedWords {
    var segment: Int
    /// In bytes of the decoded text.
    var range: Range<Int>
    var text: [UInt8]
  }

  /// Nil unless the selection is a part of the words of one segment.
  var selectedWords: SelectedWords? {
    guard !range.isEmpty, segments.count == 1, let words = SplitWords(reading, segments[0]),
      words.range.lowerBound <= range.lowerBound, range.upperBound <= words.range.upperBound
    else { return nil }
    let isInside = words.hasWord(before: range.lowerBound)
    guard let start = words.place(at: range.lowerBound) ?? (isInside ? nil : 0) else { return nil }
    let end = words.place(at: words.pastPunctuation(range.upperBound)) ?? words.text.count
    guard start < end, start > 0 || end < words.text.count else { return nil }
    return SelectedWords(segment: segments[0], range: start..<end, text: words.text)
  }

  private func giving(_ words: SelectedWords, to name: String) -> [Change] {
    let segment = words.segment
    let own = speaker(of: segment)
    func unit(_ speaker: String?, from place: Int, to end: Int) -> Script.Unit {
      Script.Unit(
        speaker: speaker, start: time(inside: segment, at: place),
        text: trimmed(words.text[place..<end]))
    }
    let (start, end) = (words.range.lowerBound, words.range.upperBound)
    if start == 0 {
      return [
        .setSpeaker(block: segment, name),
        .split(block: segment, at: end, unit(own, from: end, to: words.text.count)),
      ]
    }
    if end == words.text.count {
      return [.split(block: segment, at: start, unit(name, from: start, to: end))] + keepingSpeaker(behind: segment)
    }
    let kept = words.text[..<start].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    return [
      .setText(block: segment, kept..<words.text.count, ""),
      .insert(.unit(unit(name, from: start, to: end)), before: segment + 1),
      .insert(.unit(unit(own, from: end, to: words.text.count)), before: segment + 1),
    ]
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// To swap the two speakers of the selection.
  func swapRewrite() -> Rewrite? {
    guard !range.isEmpty, segments.count > 1 else { return nil }
    let labelled = segments.filter { reading.speaker(of: $0) != nil }
    var names: [String] = []
    for segment in labelled {
      guard let name = speaker(of: segment), !names.contains(name) else { continue }
      names.append(name)
      if names.count > 2 { break }
    }
    guard names.count == 2 else {
      return Rewrite(
        kind: .swap, title: "Swap the two speakers in the selection",
        outcome: .unavailable("Not exactly two speakers are selected."))
    }
    let changes: [Change] = labelled.map { segment in
      .setSpeaker(block: segment, speaker(of: segment) == names[0] ? names[1] : names[0])
    }
    return Rewrite(
      kind: .swap, title: "Swap \(visible(names[0])) and \(visible(names[1])) in the selection",
      outcome: .changes(changes + keepingSpeaker(behind: segments[segments.count - 1])))
  }
}
