import SourceText
import Transcript

/// From one start of a transcript to the next one that differs. Segments that share a time are taken together: a turn in
/// three paragraphs, or voices within one second, have one length.
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
  /// The stretches for which `isOdd` holds, without those that are odd only because one of their ends is out of order,
  /// because a time among them cannot be read, or because something stands in them twice.
  ///
  /// - Parameter repeats: what stands there twice; asked where `isOdd` holds for anything.
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

  /// How many words a minute the whole transcript has from its first time to its last; nil where it has no length.
  var wordsPerMinute: Double? {
    guard let first = episode.rows.indices.first(where: { episode.start(of: $0) != nil }),
      let last = episode.rows.indices.last(where: { episode.start(of: $0) != nil }),
      let start = episode.rows[first].start, let end = episode.rows[last].start, start < end
    else { return nil }
    let words = (first..<last).reduce(0) { $0 + said($1) }
    return Double(words) * 60 / (end.seconds - start.seconds)
  }

  /// How many words were said in a block; none in a title that begins like a label.
  private func said(_ index: Int) -> Int {
    blocks[index].isTentative && kind(of: index) != .segment ? 0 : Int(episode.rows[index].words)
  }

  /// Whether a segment has a time that cannot be read, or two that contradict each other.
  func hasLostTime(_ block: Int) -> Bool {
    guard episode.rows[block].start == nil else { return episode.isSlip(block) }
    return blocks.parts(of: block).contains {
      ($0.kind == .start || $0.kind == .seconds) && $0.length > 0
        || [.timeMalformed, .timeOutOfRange, .secondsMalformed].contains($0.fault)
    }
  }

  /// Where starts stand that are out of order, by their blocks; of a run that is late or early as a whole, the first and the last.
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

  /// Whether what is said or announced where a stretch ends speaks of a pause.
  ///
  /// - Parameter reads: is told of each segment whose words are read.
  func hasPause(in stretch: Stretch, _ names: [String], reads: (Int) -> Void) -> Bool {
    let last = blocks.indices[stretch.first..<stretch.next].last { episode.rows[$0].words > 0 } ?? stretch.first
    for index in last...stretch.next { reads(index) }
    return text.holds(
      anyOf: Set(names.map { $0.lowercased() }), in: blocks.start(of: last)..<content(of: stretch.next).upperBound)
  }
}

extension Text {
  /// Whether one of some words, in lower case, stands in a stretch.
  fileprivate func holds(anyOf words: Set<String>, in range: Range<Int>) -> Bool {
    let lengths = Set(words.map(\.utf8.count))
    return bytes[range].split { !isLetter($0) && $0 < 0x80 }.contains { word in
      // A letter and its capital have as many bytes in nearly all alphabets.
      lengths.contains(word.count) && words.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }
}

/// What `time-gap` and `time-rate` let pass.
let pausesOption = Rule.Option(
  "breaks", .words(["break", "pause", "intermission", "interval", "recess"]),
  "Words that announce a pause; gaps and slow turns beside them are not reported.")
