import Transcript

/// The notations that can be read and written: those that are built in, and those of a configuration.
///
/// Whoever needs a list of notations asks this one.
public struct Notations: Sendable, Hashable {
  /// Where the transcript stands in the front matter itself; a notation without template.
  public static let frontMatter = "front-matter"
  /// Captions exported as text: each line is a cue.
  public static let captions = "captions"

  /// Those of a configuration, in its order.
  public let own: [Notation]

  public init(own: [Notation] = []) {
    self.own = own
  }

  public static let builtIn = Notations()

  /// These and one more of a configuration, in the place of one with the same name.
  public func adding(_ notation: Notation) -> Notations {
    Notations(own: own.filter { $0.name != notation.name } + [notation])
  }

  /// Those in paragraphs, in the order in which they are tried.
  var all: [Notation] { own + Self.builtInParagraphs }

  public var formats: [any Format] { all.map(TranscriptFormat.init) + [TranscriptFormat.frontMatter] + Self.cues }

  /// Those in cues, which players show with the recording.
  static let cues: [any Format] = [WebVTTFormat(), SubRipFormat()]

  /// Of those in paragraphs, in the order of `formats`.
  public var templates: [[String]] { all.map { $0.forms.map(\.source) } }

  public var names: [String] { formats.map(\.name) }

  /// The notation with a name.
  public func format(named name: String) -> (any Format)? {
    if name == Self.frontMatter { return TranscriptFormat.frontMatter }
    return all.first { $0.name == name }.map(TranscriptFormat.init) ?? Self.cues.first { $0.name == name }
  }
}

/// What is laid down about the notation of a file before anybody looks at what is in it.
public struct NotationChoice: Sendable, Equatable {
  /// The name of the notation; nil leaves it to detection.
  public var name: String?
  /// Those that it may be.
  public var known: Notations

  public init(name: String? = nil, known: Notations = .builtIn) {
    (self.name, self.known) = (name, known)
  }
}
