import Transcript

/// A notation in paragraphs: how one segment is written, and what holds for the lines between segments.
///
/// The template reads a transcript and writes one.
public struct Notation: Sendable, Hashable {
  public let name: String
  public let template: Template
  public let traits: Traits
  /// Whether it was written into a configuration, for the files of one archive.
  public let isOwn: Bool

  /// What the template of one segment cannot say.
  public struct Traits: Sendable, Hashable {
    /// Whether a paragraph without label and time goes on with the turn above it.
    public var continues = true
    public var headings = Headings.none
    /// How times are usually written.
    public var times = TimeSpelling(.fromTheFirst)
  }

  /// How the title of a section is told from what was said.
  public enum Headings: Sendable, Hashable {
    /// There are none.
    case none
    /// By the marks of Markdown, `# Title`.
    case marked
    /// By these, or as a short line without label and time that does not end like a sentence.
    case bare
  }

  private init(_ name: String, _ template: String, _ traits: Traits) {
    self.name = name
    self.template = Template(builtIn: template)
    self.traits = traits
    isOwn = false
  }

  /// A notation that somebody wrote into a configuration.
  public init(own name: String, _ template: Template) {
    self.name = name
    self.template = template
    traits = Traits(headings: .marked)
    isOwn = true
  }
}

extension Notation {
  /// A podcast page copied as text.
  public static let page = Notation(
    "page", "{speaker}: {text} ({time})", Traits(continues: false, headings: .bare))

  /// Captions exported as text: each line is a cue.
  public static let captions = Notation("captions", "{time} {text}", Traits())

  /// A transcription in a blog.
  public static let blog = Notation(
    "blog", "[{time}] {speaker}: {text}", Traits(times: TimeSpelling(.always, hourDigits: 2, minuteDigits: 2)))
}
