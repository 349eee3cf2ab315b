import SourceText
import Transcript

extension RewritePlace {
  /// To begin a new segment at the cursor, of the same speaker or of the one who is likeliest to speak.
  func splitRewrites() -> [Rewrite] {
    guard range.isEmpty else { return [] }
    let segment = segments[0]
    let title = "Split this turn here"
    guard let words = SplitWords(reading, segment), let place = words.place(at: range.lowerBound) else {
      return [Rewrite(kind: .split, title: title, outcome: .unavailable("No words stand before or behind the cursor."))]
    }
    let start = time(inside: segment, at: place)
    func change(_ name: String?) -> Change {
      .split(block: segment, at: place, Script.Unit(speaker: name, start: start, text: ""))
    }
    let own = Rewrite(kind: .split, title: title, outcome: .changes([change(speaker(of: segment))]))
    let other = others.first.map { name in
      Rewrite(
        kind: .split, title: "Split this turn here; \(visible(name)) goes on",
        outcome: .changes([change(name)] + keepingSpeaker(behind: segment)))
    }
    return [own] + [other].compactMap(\.self)
  }

  /// To add the words of the segment to those above.
  func mergeRewrite() -> Rewrite? {
    guard range.isEmpty else { return nil }
    let segment = segments[0]
    guard segment > 0, reading.kind(of: segment - 1) == .segment else {
      return Rewrite(
        kind: .merge, title: "Merge with the turn above",
        outcome: .unavailable("No turn stands directly above."))
    }
    let (own, above) = (speaker(of: segment), speaker(of: segment - 1))
    let whose = above.flatMap { $0 == own ? nil : visible($0) }
    if whose != nil, reading.episode.rows[segment].end != nil {
      return Rewrite(
        kind: .merge, title: "Merge with the turn above",
        outcome: .unavailable("Another speaker speaks above, and both would share a caption."))
    }
    return Rewrite(
      kind: .merge, title: whose.map { "Merge with the turn of \($0) above" } ?? "Merge with the turn above",
      outcome: .changes([.join(block: segment, segment - 1)] + (whose == nil ? [] : keepingSpeaker(behind: segment))))
  }

  /// To begin a section above the segment.
  func sectionRewrite() -> Rewrite? {
    guard range.isEmpty else { return nil }
    let (segment, title) = (segments[0], "Begin a section here")
    if segment > 0, reading.kind(of: segment - 1) == .header {
      return Rewrite(kind: .section, title: title, outcome: .unavailable("A section begins here already."))
    }
    let above = reading.blocks.indices[..<segment].suffix(500).last { reading.kind(of: $0) == .header }
    let level = above.map { Int(reading.blocks[$0].level) } ?? 1
    return Rewrite(
      kind: .section, title: title,
      outcome: .changes([.insert(.title("New section", level: level), before: segment)]))
  }

  /// To take the seconds of each item from its time, where one has both; nil in texts that have only times.
  func secondsRewrite() -> Rewrite? {
    guard reading.isItem(segments[0]) else { return nil }
    // In a long file only those that are selected are looked at.
    let isShort = reading.blocks.count <= 20_000
    let title = isShort ? "Take the seconds from the times in the whole file" : "Take the seconds from the times here"
    let changes = (isShort ? Array(reading.blocks.indices) : segments).compactMap { block -> Change? in
      guard reading.blocks[block].kind == .segment, let range = reading.range(.start, of: block),
        case .time(let stamp) = Timestamp.read(reading.text.bytes[range])
      else { return nil }
      guard let seconds = reading.range(.seconds, of: block), !seconds.isEmpty else {
        return .completeStart(block: block)
      }
      let isSame = Time(secondsWrittenAs: reading.text.bytes[seconds])?.wholeSeconds == stamp.time.wholeSeconds
      return isSame ? nil : .setStart(block: block, stamp.time, like: stamp)
    }
    return Rewrite(
      kind: .seconds, title: title,
      outcome: changes.isEmpty ? .unavailable("All seconds say the same as the times.") : .changes(changes))
  }

  /// When the words behind a place in a segment begin, if each word takes as long; nil if the segment has no time.
  ///
  /// - Parameter place: in bytes of the decoded words.
  func time(inside segment: Int, at place: Int) -> Time? {
    guard let start = reading.episode.start(of: segment), let words = SplitWords(reading, segment) else { return nil }
    var count = wordCount(words.text[...])
    let before = wordCount(words.text[..<place])
    var end = reading.episode.rows[segment].end
    for below in (segment + 1)..<max(segment + 1, min(reading.blocks.count, segment + 200)) where end == nil {
      if let next = reading.episode.start(of: below), next > start {
        end = next
      } else {
        count += Int(reading.episode.rows[below].words)
      }
    }
    let length = end.map { Int($0.milliseconds) - Int(start.milliseconds) } ?? count * 400
    var milliseconds = Int(start.milliseconds) + length * before / max(1, count)
    let digits = reading.episode.rows[segment].startStyle.fractionDigits
    if digits < 3 { milliseconds -= milliseconds % 1000 }
    return Time(milliseconds: max(milliseconds, Int(start.milliseconds)))
  }

  private func wordCount(_ text: ArraySlice<UInt8>) -> Int {
    text.split { $0 <= 0x20 }.count
  }
}
