import SourceText
import Transcript

/// A notation in paragraphs: how one segment is written, and what holds for the lines between segments.
///
/// The forms read a transcript and write one.
public struct Notation: Sendable, Hashable {
  public let name: String
  /// The ways in which a segment can be written; a new transcript has the first.
  public let forms: [Template]
  public let traits: Traits
  /// Whether it was written into a configuration, for the files of one archive.
  public let isOwn: Bool
  /// How many fields a segment has at most, besides its text.
  let fieldCount: Int

  /// What the template of one segment cannot say.
  public struct Traits: Sendable, Hashable {
    /// Whether a paragraph without label and time goes on with the turn above it.
    public var continues = true
    /// Whether a paragraph goes on over several lines, up to a blank one.
    public var wraps = false
    /// The column at which lines of what is said end when it is written; in characters.
    public var wrapColumn: Int?
    /// The column at which what is said begins in each segment, in characters.
    public var textColumn: Int?
    public var headings = Headings.none
    /// Labels that begin a section and name nobody, such as `Break`.
    public var sectionLabels: [String] = []
    /// How a time is marked at the beginning of a title.
    public var titleTime: TimeMarks?
    /// How a time is marked inside of what is said.
    public var inlineTime: TimeMarks?
    /// Whether the transcript begins with the first paragraph, and nothing stands above it but front matter.
    public var beginsAtOnce = false
    /// Keys of front matter that announce a transcript, also one with few labels or none.
    public var announcedBy: [String] = []
    /// Whether segments follow each other without blank lines; nil where those with labels do not.
    public var isDense: Bool?
    /// Whether a blank line stands between the lines of one segment.
    public var isSpread = false
    /// Words with which a line begins or ends behind which nothing is transcript.
    public var closings: [String] = []
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
    /// By the marks of Markdown, or as a time alone on its line, which holds for all that follows.
    case timeAlone
  }

  /// One that is built in.
  init(_ name: String, _ forms: String..., traits: Traits = Traits()) {
    self.name = name
    self.forms = forms.map(Template.builtIn)
    fieldCount = self.forms.map(\.fieldCount).max() ?? 0
    self.traits = traits
    isOwn = false
  }

  /// A notation that somebody wrote into a configuration.
  public init(own name: String, _ template: Template) {
    self.name = name
    forms = [template]
    fieldCount = template.fieldCount
    traits = Traits(headings: .marked)
    isOwn = true
  }

  /// The form that a new transcript has.
  public var template: Template { forms[0] }

  /// Whether a segment has a place for a field.
  func holds(_ field: Template.Field) -> Bool { forms.contains { $0.holds(field) } }

  /// Whether each segment has a time, in whatever form.
  var needsTime: Bool { forms.allSatisfy(\.needsTime) }

  /// Whether what stands between the segments is Markdown.
  var isMarkdown: Bool { traits.headings == .marked || traits.headings == .timeAlone }

  /// Whether what is said is Markdown, too: then names have marks of emphasis. Texts of other kinds may have asterisks and
  /// angle brackets that mean themselves.
  var saysMarkdown: Bool {
    forms.contains { form in form.slots.contains { $0.before.contains(where: ByteSet("*_").contains) } }
  }

  /// What is written between the lines of one segment.
  var lineEnd: String { traits.isSpread ? "\n\n" : "\n" }

  /// Whether a title has a place for a time.
  func holdsTitleTime(_ title: String, level: Int) -> Bool {
    traits.titleTime != nil || level == 1 && traits.sectionLabels.contains(title) && holds(.time)
  }

  /// Whether segments follow each other without blank lines.
  var isDense: Bool { traits.isDense ?? !holds(.speaker) }
}
