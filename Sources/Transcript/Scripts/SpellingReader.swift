import SourceText

extension Spelling {
  /// Reads how a text is written where its notation leaves a choice.
  public init(_ reading: Reading) {
    var reader = SpellingReader(reading)
    reader.read()
    self = reader.spelling
    reading.writer?.note(&self, of: reading)
  }
}

/// Counts the habits of a text.
private struct SpellingReader {
  private let reading: Reading
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

  init(_ reading: Reading) { self.reading = reading }

  mutating func read() {
    var before: (piece: Spelling.Piece, lineEnds: Int)?
    for index in reading.blocks.indices {
      let content = reading.content(of: index)
      let piece = piece(index)
      if let before, let piece { count(before.lineEnds, between: before.piece, and: piece) }
      before = piece.map { ($0, lineEnds(in: content.upperBound..<reading.blocks.range(of: index).upperBound)) }
      switch piece {
      case .unit: noteStarts(of: index)
      case .entry: noteEntry(index)
      case .title: if reading.text.bytes[content].first == UInt8(ascii: "#") { spelling.marksTitles = true }
      default: break
      }
    }
    if let before { count(before.lineEnds, between: before.piece, and: .end) }
    summarize()
  }

  private mutating func summarize() {
    spelling.hasByteOrderMark = reading.text.bytes.starts(with: Text.byteOrderMark)
    spelling.lineEnding = usualLineEnding
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

  private mutating func noteStarts(of index: Int) {
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

  private mutating func noteEntry(_ index: Int) {
    hasMetadata = true
    let isEmpty = (reading.part(.value, of: index)?.length ?? 0) == 0
    if isEmpty, reading.string(.key, of: index) == "transcript" { isInFrontMatter = true }
  }

  /// The kind of a block; nil for a conflict marker of version control.
  private func piece(_ index: Int) -> Spelling.Piece? {
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

  private func lineEnds(in range: Range<Int>) -> Int {
    reading.text.line(at: range.upperBound) - reading.text.line(at: range.lowerBound)
  }

  private var usualLineEnding: String {
    let text = reading.text
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
