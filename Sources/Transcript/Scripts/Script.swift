/// The content of a transcript, independent of its notation.
///
/// Two texts in different notations have the same content if their scripts are equal. A paragraph that continues a turn
/// has no label in some notations and repeats it in others, so a script names the speaker of each segment.
public struct Script: Sendable, Equatable {
  /// The entries of the front matter about the episode, in their order.
  public var metadata: [Entry] = []
  /// The text above a transcript written in paragraphs, as it is, with `\n` as line end.
  public var preamble = ""
  /// The transcript.
  public var elements: [Element] = []
  /// The text below a transcript in paragraphs.
  public var footer = ""
  /// The Markdown below the front matter that holds the transcript.
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
    case title(String, level: Int, start: Time? = nil)
    case unit(Unit)
    /// A comment, without the marks around it. Readers of the transcript do not see it.
    case comment(String)
    /// A paragraph between the segments that is not part of the transcript.
    case prose(String)
  }

  /// One segment.
  public struct Unit: Sendable, Equatable {
    /// Nil if the text does not name the speaker.
    public var speaker: String?
    public var start: Time?
    public var end: Time?
    public var text: String
    /// The other entries of the segment in front matter.
    public var entries: [Entry]

    public init(
      speaker: String? = nil, start: Time? = nil, end: Time? = nil, text: String, entries: [Entry] = []
    ) {
      (self.speaker, self.start, self.end, self.text, self.entries) = (speaker, start, end, text, entries)
    }
  }

  /// An entry of front matter that the model does not know, as it stands.
  public struct Entry: Sendable, Equatable {
    /// Nil for a comment.
    public var key: String?
    /// The YAML of the entry, from its key on, with `\n` as line end. An entry of the episode has its line end and the
    /// blank lines behind it.
    public var source: String
    /// Whether it stands below the transcript.
    public var isBelow: Bool
    public var place: Place

    public init(key: String?, source: String, isBelow: Bool = false, place: Place = Place()) {
      (self.key, self.source, self.isBelow, self.place) = (key, source, isBelow, place)
    }
  }

  /// Where something was read, in bytes of the text. It is not part of the content, so all places are equal.
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
