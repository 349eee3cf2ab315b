import SourceText

extension Spelling {
  /// Reads how a text is written where its notation leaves a choice.
  public init(_ reading: Reading) {
    self = reading.spellingOfFrame.value {
      var reader = SpellingReader()
      reader.read(reading)
      return reader.spelling
    }
    // The notation looks at words, too.
    reading.writer?.note(&self, of: reading)
  }
}

/// Counts the habits of a text, outside of the words.
private struct SpellingReader {
  private(set) var spelling = Spelling()

  /// How often each number of line ends stands between two kinds of blocks.
  private var distances: [Spelling.Pair: [Int: Int]] = [:]
  private var stamps: [Timestamp] = []
  private var secondsCount = 0
  /// Of the times that PyYAML reads as texts even without quotes (`0:12`): the number without quotes and the number
  /// with.
  private var bareTimes = 0
  private var quotedTimes = 0
  private var hasMetadata = false
  private var isInFrontMatter = false

  mutating func read(_ reading: Reading) {
    var before: (piece: Spelling.Piece, lineEnds: Int)?
    for index in reading.blocks.indices {
      let content = reading.content(of: index)
      let piece = Self.piece(index, reading)
      if let before, let piece { count(before.lineEnds, between: before.piece, and: piece) }
      let lineEnds = Self.lineEnds(in: content.upperBound..<reading.blocks.range(of: index).upperBound, reading.text)
      before = piece.map { ($0, lineEnds) }
      switch piece {
      case .unit: noteStarts(of: index, reading)
      case .entry: noteEntry(index, reading)
      case .title: if reading.text.bytes[content].first == UInt8(ascii: "#") { spelling.marksTitles = true }
      default: break
      }
    }
    if let before { count(before.lineEnds, between: before.piece, and: .end) }
    summarize(reading.text)
  }

  private mutating func summarize(_ text: Text) {
    spelling.hasByteOrderMark = text.bytes.starts(with: Text.byteOrderMark)
    spelling.lineEnding = Self.usualLineEnding(text)
    spelling.lineEnds = distances.compactMapValues { counts in
      counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
    spelling.times = TimeSpelling(stamps)
    spelling.hasFrontMatter = hasMetadata && !isInFrontMatter
    spelling.leavesTimesPlain = bareTimes > quotedTimes
    spelling.hasSeconds = secondsCount > 0 || stamps.isEmpty
    spelling.hasTimes = !stamps.isEmpty || secondsCount == 0
  }

  private mutating func count(_ lineEnds: Int, between first: Spelling.Piece, and second: Spelling.Piece) {
    distances[Spelling.Pair(first: first, second: second), default: [:]][lineEnds, default: 0] += 1
  }

  private mutating func noteStarts(of index: Int, _ reading: Reading) {
    for part in reading.blocks.parts(of: index) {
      if part.kind == .seconds { secondsCount += 1 }
      guard part.kind == .start,
        case .time(let stamp) = Timestamp.read(reading.text.bytes[reading.range(of: part, in: index)])
      else { continue }
      stamps.append(stamp)
      guard stamp.time.milliseconds < 60_000 else { continue }
      if part.quoting == .plain { bareTimes += 1 } else { quotedTimes += 1 }
    }
  }

  private mutating func noteEntry(_ index: Int, _ reading: Reading) {
    hasMetadata = true
    let isEmpty = (reading.part(.value, of: index)?.length ?? 0) == 0
    if isEmpty, reading.string(.key, of: index) == "transcript" { isInFrontMatter = true }
  }

  /// The kind of a block; nil for a conflict marker of version control.
  private static func piece(_ index: Int, _ reading: Reading) -> Spelling.Piece? {
    let parts = reading.blocks.parts(of: index)
    let isComment = parts.count == 1 && parts.first?.kind == .comment
    return switch reading.kind(of: index) {
    case .segment: .unit
    case .header: .title
    case .prose: isComment ? .comment : .prose
    case .metadata: parts.isEmpty ? .fence : isComment ? .comment : .entry
    case .conflict: nil
    }
  }

  private static func lineEnds(in range: Range<Int>, _ text: Text) -> Int {
    text.line(at: range.upperBound) - text.line(at: range.lowerBound)
  }

  private static func usualLineEnding(_ text: Text) -> String {
    var (lines, returns, both) = (0, 0, 0)
    for end in text.lineStarts.dropFirst() {
      if text.bytes[end - 1] == 0x0D {
        returns += 1
      } else if end > 1, text.bytes[end - 2] == 0x0D {
        both += 1
      } else {
        lines += 1
      }
    }
    return both > max(lines, returns) ? "\r\n" : returns > lines ? "\r" : "\n"
  }
}
