/// How much one speaker says in some segments.
public struct Talk: Sendable {
  /// Nil for segments without a label.
  public var speaker: Speakers.ID?
  /// How many segments have the label or continue one that has it.
  public var segments = 0
  public var turns = 0
  public var words = 0
}

extension Reading {
  /// How much each speaker says in some segments, in the order of first appearance. A segment without a label continues
  /// the speaker above it.
  public func talk(in segments: ArraySlice<Int>) -> [Talk] {
    var talks: [Talk] = []
    // A few speakers are found sooner by looking at each.
    let few = 8
    var others: [Speakers.ID?: Int] = [:]
    forEachTurn(of: segments) { turn, speaker, _ in
      let known = talks.prefix(few).firstIndex { $0.speaker == speaker } ?? (others.isEmpty ? nil : others[speaker])
      let place = known ?? talks.count
      if known == nil {
        talks.append(Talk(speaker: speaker))
        if place >= few { others[speaker] = place }
      }
      talks[place].turns += 1
      talks[place].segments += turn.count
      for segment in turn { talks[place].words += Int(episode.rows[segments[segment]].words) }
    }
    return talks
  }

  /// The number of words in some segments.
  public func words(in segments: some Sequence<Int>) -> Int {
    segments.reduce(0) { $0 + Int(episode.rows[$1].words) }
  }

  /// The first words of a segment, at most `limit` scalars, on one line.
  public func firstWords(of index: Int, limit: Int = 60) -> String {
    guard let part = part(.words, of: index) else { return "" }
    // A scalar has at most four bytes; some are added for line breaks and indents.
    var whole = range(of: part, in: index)
    // What might be a label and is none was said.
    if blocks[index].hasDoubtfulLabel, speaker(of: index) == nil, let label = self.range(.speaker, of: index) {
      whole = min(label.lowerBound, whole.lowerBound)..<whole.upperBound
    }
    let range = whole.prefix(limit * 4 + 80)
    // Ends of lines are blanks here anyway.
    let isPlain = part.quoting == .none || part.quoting == .wrapped
    if !isPlain, part.quoting != .plain, part.quoting != .other {
      return Array(Scalar.decode(text.string(range), part.quoting).utf8).withUnsafeBufferPointer {
        firstWords($0, limit)
      }
    }
    let marks = blocks.parts(of: index).lazy.filter { $0.kind == .markup }.map { self.range(of: $0, in: index) }
    guard isPlain, marks.contains(where: range.overlaps) else {
      return text.bytes.withUnsafeBufferPointer { firstWords(.init(rebasing: $0[range]), limit) }
    }
    // What is not spoken is not shown.
    var spoken: [UInt8] = []
    var at = range.lowerBound
    for mark in marks where mark.lowerBound >= at && mark.lowerBound < range.upperBound {
      spoken += text.bytes[at..<mark.lowerBound]
      at = min(mark.upperBound, range.upperBound)
    }
    spoken += text.bytes[at..<range.upperBound]
    return spoken.withUnsafeBufferPointer { firstWords($0, limit) }
  }

  private func firstWords(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(limit + 8)
    var scalars = 0
    var wordEnd = 0
    for byte in bytes {
      if byte <= 0x20 {
        if line.last != 0x20, !line.isEmpty {
          wordEnd = line.count
          line.append(0x20)
          scalars += 1
        }
        continue
      }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if scalars > limit {
        // A single word that is too long is cut; otherwise the last word is dropped.
        return String(decoding: line[..<(wordEnd > 0 ? wordEnd : line.count)], as: UTF8.self) + " …"
      }
      line.append(byte)
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// The first value of a key in the metadata, at any depth.
  public func metadata(_ key: String) -> String? {
    for index in blocks.indices where blocks[index].kind == .metadata {
      var isWanted = false
      for part in blocks.parts(of: index) {
        if part.kind == .key { isWanted = string(of: part, in: index) == key }
        if part.kind == .value, isWanted, part.length > 0 { return string(of: part, in: index) }
      }
    }
    return nil
  }
}
