/// A transcript in no notation: what is said in it, whichever way it was written.
///
/// Two texts in different notations say the same where their scripts are equal. A paragraph that goes on with a turn has no
/// label in some notations and repeats it in others, so a script names the speaker of each segment.
public struct Script: Sendable, Equatable {
  /// What front matter says of the episode, in its order.
  public var metadata: [Entry] = []
  /// The text above a transcript in paragraphs that is no part of it, as it stands, with `\n` as end of line.
  public var preamble = ""
  /// The transcript.
  public var elements: [Element] = []
  /// The text below a transcript in paragraphs that is no part of it.
  public var footer = ""
  /// The Markdown below front matter that holds the transcript.
  public var body = ""

  public init() {}

  /// One piece of a transcript.
  public struct Element: Sendable, Equatable {
    public var content: Content
    public var place: Place

    public init(_ content: Content, place: Place = Place()) {
      (self.content, self.place) = (content, place)
    }
  }

  public enum Content: Sendable, Equatable {
    /// A section begins. The level is that of a heading, counted from 1.
    case title(String, level: Int)
    case unit(Unit)
    /// What no reader of the transcript sees, without the marks around it.
    case comment(String)
    /// A paragraph among the segments that belongs to none.
    case prose(String)
  }

  /// One segment.
  public struct Unit: Sendable, Equatable {
    /// Nil where nothing says who speaks.
    public var speaker: String?
    public var start: Time?
    public var end: Time?
    public var text: String
    /// What else front matter says of the segment.
    public var entries: [Entry]

    public init(
      speaker: String? = nil, start: Time? = nil, end: Time? = nil, text: String, entries: [Entry] = []
    ) {
      (self.speaker, self.start, self.end, self.text, self.entries) = (speaker, start, end, text, entries)
    }
  }

  /// An entry of front matter that the model has no word for, as it stands.
  public struct Entry: Sendable, Equatable {
    /// Nil for a comment.
    public var key: String?
    /// The YAML of the entry with its key, from the column of the key on, with `\n` as end of line. That of the episode has
    /// its end of line and the blank lines behind it.
    public var source: String
    /// Whether it stands below the transcript.
    public var isBelow: Bool
    public var place: Place

    public init(key: String?, source: String, isBelow: Bool = false, place: Place = Place()) {
      (self.key, self.source, self.isBelow, self.place) = (key, source, isBelow, place)
    }
  }

  /// Where something was read, in bytes of the text. It is no part of what is said, so all places are equal.
  public struct Place: Sendable, Equatable {
    public var offset: Int?

    public init(_ offset: Int? = nil) { self.offset = offset }

    public static func == (a: Place, b: Place) -> Bool { true }
  }
}

extension Script {
  /// The segments in order.
  public var units: [Unit] {
    elements.compactMap { if case .unit(let unit) = $0.content { unit } else { nil } }
  }
}
