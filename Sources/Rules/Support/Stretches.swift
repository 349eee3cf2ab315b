import SourceText
import Transcript

/// The stretch from one start of a transcript to the next different one. Segments that share a start are counted
/// together, such as the three paragraphs of a turn, or voices within one second.
struct Stretch {
  /// The first segment that carries the time, by its block.
  var first: Int
  /// The first segment that carries the next time.
  var next: Int
  var start: Time
  var end: Time
  var words: Int

  var seconds: Double { end.seconds - start.seconds }
}

extension Reading {
  /// The stretches for which `isOdd` holds. Some are left out: those with an end that is out of order, those with a
  /// time that cannot be read, and those that are odd only because a text in them occurs twice.
  ///
  /// - Parameter repeats: the texts that occur twice; called only if `isOdd` holds for a stretch.
  func stretches(where isOdd: (Stretch) -> Bool, repeats: () -> [Repeats] = { [] }) -> [Stretch] {
    var odd: [Stretch] = []
    var open: (first: Int, start: Time)?
    var words = 0
    for index in episode.rows.indices {
      if let time = episode.start(of: index), time != open?.start {
        if let open, time > open.start {
          let stretch = Stretch(first: open.first, next: index, start: open.start, end: time, words: words)
          if isOdd(stretch) { odd.append(stretch) }
        }
        open = (index, time)
        words = 0
      }
      words += said(index)
    }
    guard !odd.isEmpty else { return [] }
    let outliers = outliers()
    let copies = secondCopies(repeats()).sorted()
    return odd.compactMap { stretch in
      let first = copies.partitioningIndex { $0 >= stretch.first }
      let twice = copies[first...].prefix { $0 < stretch.next }
      guard !twice.isEmpty else { return stretch }
      var once = stretch
      once.words -= twice.reduce(0) { $0 + Int(episode.rows[$1].words) }
      return isOdd(once) ? once : nil
    }.filter { stretch in
      !outliers.contains(stretch.first) && !outliers.contains(stretch.next)
        && !(stretch.first..<stretch.next).contains(where: hasLostTime)
    }
  }

  /// The words a minute from the first time of the transcript to its last; nil if these are equal or missing.
  var wordsPerMinute: Double? {
    guard let first = episode.rows.indices.first(where: { episode.start(of: $0) != nil }),
      let last = episode.rows.indices.last(where: { episode.start(of: $0) != nil }),
      let start = episode.rows[first].start, let end = episode.rows[last].start, start < end
    else { return nil }
    let words = (first..<last).reduce(0) { $0 + said($1) }
    return Double(words) * 60 / (end.seconds - start.seconds)
  }

  /// The number of words spoken in a block; 0 for a title that begins like a label.
  private func said(_ index: Int) -> Int {
    blocks[index].isTentative && kind(of: index) != .segment ? 0 : Int(episode.rows[index].words)
  }

  /// Whether a segment has a time that cannot be read, or two times that contradict each other.
  func hasLostTime(_ block: Int) -> Bool {
    guard episode.rows[block].start == nil else { return episode.isSlip(block) }
    return blocks.parts(of: block).contains {
      ($0.kind == .start || $0.kind == .seconds) && $0.length > 0
        || [.timeMalformed, .timeOutOfRange, .secondsMalformed, .subRipTimeUnreadable].contains($0.fault)
        || $0.fault?.isOfCueTimes ?? false
    }
  }

  /// The blocks whose starts are out of order. For a run that is late or early as a whole, they are its first and its
  /// last.
  func outliers() -> DisjointRanges {
    guard let starts = Starts(outOfOrderIn: self) else { return DisjointRanges() }
    let pace = Pace(self)
    let blocks = starts.parts().flatMap { part in
      var part = part
      let ends = part.settle().flatMap { [$0.run.lowerBound, $0.run.upperBound - 1] }
      return Set(part.outliers(pace).map(\.index) + ends).map { Range(part.elements[$0].blocks) }
    }
    return DisjointRanges(blocks.sorted { $0.lowerBound < $1.lowerBound })
  }

  /// How many of the words in a stretch have neither a letter nor a digit, such as dashes.
  ///
  /// - Parameter reads: called for each segment whose words are read.
  func marksAlone(in stretch: Stretch, reads: (Int) -> Void) -> Int {
    var count = 0
    for index in stretch.first..<stretch.next where episode.rows[index].words > 0 {
      reads(index)
      for part in blocks.parts(of: index) where part.kind == .words {
        count += text.bytes.withUnsafeBufferPointer { marks($0, alone: range(of: part, in: index)) }
      }
    }
    return count
  }

  /// Whether the words or notes at the end of a stretch mention a pause.
  ///
  /// - Parameter reads: called for each segment whose words are read.
  func hasPause(in stretch: Stretch, _ names: [String], reads: (Int) -> Void) -> Bool {
    let last = blocks.indices[stretch.first..<stretch.next].last { episode.rows[$0].words > 0 } ?? stretch.first
    for index in last...stretch.next { reads(index) }
    return text.holds(
      anyOf: Set(names.map { $0.lowercased() }), in: blocks.start(of: last)..<content(of: stretch.next).upperBound)
  }
}

/// How many words in a range have neither a letter nor a digit. What is no ASCII counts as a letter, but for the punctuation of
/// Unicode (U+2000 to U+203F).
private func marks(_ bytes: UnsafeBufferPointer<UInt8>, alone range: Range<Int>) -> Int {
  var count = 0
  var (isWord, hasLetter) = (false, false)
  var index = range.lowerBound
  while index <= range.upperBound {
    let byte = index < range.upperBound ? bytes[index] : 0x20
    if byte <= 0x20 {
      if isWord, !hasLetter { count += 1 }
      (isWord, hasLetter) = (false, false)
    } else {
      isWord = true
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80 {
        index += 2
      } else if byte >= 0x80 || isLetter(byte) || Ascii.isDigit(byte) {
        hasLetter = true
      }
    }
    index += 1
  }
  return count
}

extension Text {
  /// Whether a range contains one of some words, which are given in lower case.
  fileprivate func holds(anyOf words: Set<String>, in range: Range<Int>) -> Bool {
    let lengths = Set(words.map(\.utf8.count))
    return bytes[range].split { !isLetter($0) && $0 < 0x80 }.contains { word in
      // In nearly all alphabets, a letter and its capital have the same number of bytes.
      lengths.contains(word.count) && words.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }
}

/// The option of `time-gap` and `time-rate` for words that announce a pause.
let pausesOption = Rule.Option(
  "breaks", .words(["break", "pause", "intermission", "interval", "recess"]),
  "Words that announce a pause; gaps and slow turns beside them are not reported.")
