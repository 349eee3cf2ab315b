import SourceText

/// What a text does where its notation leaves a choice, so that what is written anew looks like it.
public struct Spelling: Sendable {
  /// What stands in a text between ends of line, as far as the distance to the next depends on it.
  public enum Piece: Sendable, Hashable {
    /// `---` before and behind front matter.
    case fence
    case entry, prose, title, unit, comment
    /// Nothing more.
    case end
  }

  struct Pair: Hashable, Sendable {
    var first: Piece
    var second: Piece
  }

  public var lineEnding = "\n"
  public var hasByteOrderMark = false
  /// Nil for the way that is usual in the notation.
  public var times: TimeSpelling?
  /// Whether titles have the marks of Markdown, also those of the first level.
  public var marksTitles = false
  /// Whether front matter leaves out the quotes around times that are text to YAML 1.1 without them, such as `0:12`. Ruby
  /// reads this one as 720.
  public var leavesTimesPlain = false
  /// Whether the start is given in seconds only, or as a time only, in front matter.
  public var hasSeconds = true
  public var hasTimes = true
  /// Whether front matter stands ahead of a transcript in paragraphs.
  public var hasFrontMatter = false
  private var lineEnds: [Pair: Int] = [:]

  public init() {}

  /// How many ends of line stand between two pieces; nil where the text does not show.
  public func lineEnds(between first: Piece, and second: Piece) -> Int? {
    lineEnds[Pair(first: first, second: second)]
  }

  /// What holds for a text in another notation too.
  public var inAnotherNotation: Spelling {
    var spelling = Spelling()
    spelling.lineEnding = lineEnding
    spelling.hasFrontMatter = hasFrontMatter
    return spelling
  }
}

extension Spelling {
  public init(_ reading: Reading) {
    let text = reading.text
    hasByteOrderMark = text.bytes.starts(with: Text.byteOrderMark)
    lineEnding = Self.usualLineEnding(of: text)
    var stamps: [Timestamp] = []
    var distances: [Pair: [Int: Int]] = [:]
    var before: (piece: Piece, count: Int)?
    var hasMetadata = false
    var hasItems = false
    var startParts = (seconds: 0, times: 0, plain: 0, quoted: 0)
    for index in reading.blocks.indices {
      let content = reading.content(of: index)
      let piece = Self.piece(index, reading, content)
      if let before, let piece {
        distances[Pair(first: before.piece, second: piece), default: [:]][before.count, default: 0] += 1
      }
      before = piece.map {
        ($0, Self.lineEnds(in: content.upperBound..<reading.blocks.range(of: index).upperBound, of: text))
      }
      if piece == .entry { hasMetadata = true }
      if piece == .title, text.bytes[content].first == UInt8(ascii: "#") { marksTitles = true }
      guard piece == .unit else { continue }
      for part in reading.blocks.parts(of: index) {
        if part.kind == .key { hasItems = true }
        if part.kind == .seconds { startParts.seconds += 1 }
        guard part.kind == .start else { continue }
        let range = reading.range(of: part, in: index)
        guard case .time(let stamp) = Timestamp.read(text.bytes[range]) else { continue }
        stamps.append(stamp)
        startParts.times += 1
        if stamp.time.milliseconds < 60_000 {
          if part.quoting == .plain { startParts.plain += 1 } else { startParts.quoted += 1 }
        }
      }
    }
    if let before { distances[Pair(first: before.piece, second: .end)] = [before.count: 1] }
    lineEnds = distances.mapValues { counts in
      counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
    }
    times = TimeSpelling(stamps)
    hasFrontMatter = hasMetadata && !hasItems
    leavesTimesPlain = startParts.plain > startParts.quoted
    hasSeconds = startParts.seconds > 0 || startParts.times == 0
    hasTimes = startParts.times > 0 || startParts.seconds == 0
  }

  /// What a block is; nil for what version control left behind.
  private static func piece(_ index: Int, _ reading: Reading, _ content: Range<Int>) -> Piece? {
    let parts = reading.blocks.parts(of: index)
    switch reading.kind(of: index) {
    case .segment: return .unit
    case .header: return .title
    case .prose: return parts.count == 1 && parts.first?.kind == .comment ? .comment : .prose
    case .conflict: return nil
    case .metadata:
      if parts.isEmpty { return .fence }
      return parts.first?.kind == .comment ? .comment : .entry
    }
  }

  private static func lineEnds(in range: Range<Int>, of text: Text) -> Int {
    let first = text.line(at: range.lowerBound)
    return text.line(at: range.upperBound) - first
  }

  private static func usualLineEnding(of text: Text) -> String {
    var (lines, returns, both) = (0, 0, 0)
    for line in 1..<max(1, text.lineCount) {
      let end = text.lineStarts[line]
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
