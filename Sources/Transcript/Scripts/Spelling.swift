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
  /// Whether front matter leaves out the quotes around times that PyYAML reads as texts without them, such as `0:12`. Ruby
  /// reads this one as the number 720.
  public var leavesTimesPlain = false
  /// Whether front matter gives a start in seconds (`sec`), and as a time (`time`).
  public var hasSeconds = true
  public var hasTimes = true
  /// Whether front matter stands ahead of a transcript in paragraphs.
  public var hasFrontMatter = false
  var lineEnds: [Pair: Int] = [:]

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
