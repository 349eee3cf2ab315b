import Transcript

extension Reading {
  /// Finds lists of chapters or notes that were pasted with the text: runs of at least three lines among the segments
  /// that begin with rising times, all of them earlier than the current time. Each run is given by its blocks.
  ///
  /// - Parameter reads: called for each segment whose words are read.
  func notes(reads: (Int) -> Void) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    var latest: Time?
    var current: Time?
    func close() {
      if run.count >= 3 { runs.append(run) }
      run = []
    }
    for index in episode.rows.indices {
      let row = episode.rows[index]
      if let start = episode.start(of: index) { current = start }
      let isWords = row.words > 0
      // For most segments, the test of the first byte is enough.
      if isWords ? !mayBeginTime(row.opening) : !isHeader(index) {
        if isWords { close() }
        continue
      }
      if isWords { reads(index) }
      guard let current, let time = leadingTime(isWords ? .words : .title, of: index), time < current else {
        close()
        continue
      }
      if let latest, time <= latest { close() }
      run.append(index)
      latest = time
    }
    close()
    return runs
  }

  private func isHeader(_ index: Int) -> Bool { kind(of: index) == .header }

  private func mayBeginTime(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  /// The time at the beginning of a part, perhaps in brackets; nil if no text follows it.
  private func leadingTime(_ kind: Part.Kind, of index: Int) -> Time? {
    guard var range = range(kind, of: index), let first = range.first, mayBeginTime(text.bytes[first]) else {
      return nil
    }
    if !(0x30...0x39).contains(text.bytes[first]) { range = range.dropFirst() }
    let digits = range.prefix { (0x30...0x39).contains(text.bytes[$0]) || text.bytes[$0] == UInt8(ascii: ":") }
    guard digits.count < range.count, case .time(let stamp) = Timestamp.read(text.bytes[digits]) else { return nil }
    return stamp.time
  }
}
