import Transcript

extension Mode {
  // `Mode.start` is where the front matter may open.

  /// Behind the front matter of a notation whose transcript is inside it.
  static let body = Mode(rawValue: 1)
  /// Above the first unit of a transcript in paragraphs.
  static let preamble = Mode(rawValue: 2)
  static let transcript = Mode(rawValue: 3)
  static let footer = Mode(rawValue: 4)
  /// Below lines that stand where the front matter should open.
  static let late = Mode(rawValue: 5)
  /// The same, where these lines have a fault already.
  static let stray = Mode(rawValue: 6)
}

/// Where reading is in the front matter, as far as what was read so far decides how the next entry is read.
struct FrontMatterPlace: Equatable {
  /// Columns further in than this are not remembered: such a list is read as one entry, and such keys as if they stood
  /// here.
  static let deepest = 30

  /// The column of the keys at the top; nil before the first.
  var column: Int?
  /// The column of the dashes of `transcript:`, once it has begun.
  var dash: Int?
  /// Whether the next thing is an item of `transcript:`.
  var isAmongItems = false
  /// Whether a line above could not be read, and none since was an entry for certain: what is wrong here follows from it.
  var isLost = false
  /// Whether a closing `---` is known to stand below.
  var isClosed = false
  /// Whether the entry above has a list or keys below its own key.
  var isBelowNested = false

  init() {}
}

extension Mode {
  private static let frontMatter: UInt32 = 1 << 31

  init(_ place: FrontMatterPlace) {
    var value = Self.frontMatter
    value |= UInt32(place.column.map { min($0, FrontMatterPlace.deepest) + 1 } ?? 0)
    value |= UInt32(place.dash.map { min($0, FrontMatterPlace.deepest) + 1 } ?? 0) << 5
    value |= place.isAmongItems ? 1 << 10 : 0
    value |= place.isLost ? 1 << 11 : 0
    value |= place.isClosed ? 1 << 12 : 0
    value |= place.isBelowNested ? 1 << 13 : 0
    self.init(rawValue: value)
  }

  /// Nil outside of front matter.
  var place: FrontMatterPlace? {
    guard rawValue & Self.frontMatter != 0 else { return nil }
    var place = FrontMatterPlace()
    let (column, dash) = (Int(rawValue & 31), Int(rawValue >> 5 & 31))
    place.column = column > 0 ? column - 1 : nil
    place.dash = dash > 0 ? dash - 1 : nil
    place.isAmongItems = rawValue & (1 << 10) != 0
    place.isLost = rawValue & (1 << 11) != 0
    place.isClosed = rawValue & (1 << 12) != 0
    place.isBelowNested = rawValue & (1 << 13) != 0
    return place
  }
}
