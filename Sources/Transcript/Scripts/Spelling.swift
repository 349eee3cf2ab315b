import SourceText

/// How a text is written where its notation leaves a choice, so that new text can match it.
public struct Spelling: Sendable, Equatable {
  /// The kinds of blocks, as far as the number of blank lines between two of them depends on the kind.
  public enum Piece: Sendable, Hashable {
    /// `---` before and behind front matter.
    case fence
    case entry, prose, title, unit, comment
    /// The end of the text.
    case end
  }

  struct Pair: Hashable, Sendable {
    var first: Piece
    var second: Piece
  }

  public var lineEnding = "\n"
  public var hasByteOrderMark = false
  /// Nil for the usual spelling of the notation.
  public var times: TimeSpelling?
  /// Whether all titles have Markdown marks, even those of the first level.
  public var marksTitles = false
  /// Whether times such as `0:12` have no quotes in front matter. PyYAML reads them as texts without quotes, but Ruby
  /// reads this one as the number 720.
  public var leavesTimesPlain = false
  /// Whether front matter gives the start of a segment in seconds (`sec`), and whether it gives it as a time (`time`).
  public var hasSeconds = true
  public var hasTimes = true
  /// Whether front matter stands above a transcript in paragraphs.
  public var hasFrontMatter = false
  /// How the lines of cues are broken.
  public var cues = LineBreaking.usual
  /// The form in which most segments are written, as an index among the forms of the notation.
  public var form = 0
  /// The column at which lines of a segment's text are wrapped, as they are shown; nil for the usual one of the notation.
  public var wrapColumn: Int?
  /// The column at which the text of each segment begins, in characters; nil for the usual one of the notation.
  public var textColumn: Int?
  var lineEnds: [Pair: Int] = [:]

  public init() {}

  /// How many line ends stand between two blocks of these kinds; nil where the text does not show it.
  public func lineEnds(between first: Piece, and second: Piece) -> Int? {
    lineEnds[Pair(first: first, second: second)]
  }

  /// The part of the spelling that also applies to another notation.
  public var inAnotherNotation: Spelling {
    var spelling = Spelling()
    spelling.lineEnding = lineEnding
    spelling.hasFrontMatter = hasFrontMatter
    spelling.cues = cues
    return spelling
  }
}
