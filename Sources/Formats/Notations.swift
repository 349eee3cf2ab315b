import Transcript

/// The notations that can be read and written: those that are built in, and those of a configuration.
///
/// Whoever needs a list of notations asks this one.
public struct Notations: Sendable, Hashable {
  /// Where the transcript stands in the front matter itself; a notation without template.
  public static let frontMatter = "front-matter"

  /// Those of a configuration, in its order.
  public let own: [Notation]

  private static let paragraphs: [Notation] = [.page, .blog, .captions]

  public init(own: [Notation] = []) {
    self.own = own
  }

  public static let builtIn = Notations()

  /// Those in paragraphs, in the order in which they are tried.
  var all: [Notation] { own + Self.paragraphs }

  /// By their names: one in a configuration that has the name of one built in takes its place.
  public var formats: [any Format] {
    var names: Set<String> = []
    return all.filter { names.insert($0.name).inserted }.map(TranscriptFormat.init) + [TranscriptFormat.frontMatter]
  }

  public var names: [String] { formats.map(\.name) }

  /// The notation with a name.
  public func format(named name: String) -> (any Format)? {
    if name == Self.frontMatter { return TranscriptFormat.frontMatter }
    return all.first { $0.name == name }.map(TranscriptFormat.init)
  }
}

extension TranscriptFormat {
  static let frontMatter = TranscriptFormat(name: Notations.frontMatter, notation: nil)

  init(_ notation: Notation) {
    self.init(name: notation.name, notation: notation)
  }
}

extension Detection {
  public static var formats: [any Format] { Notations.builtIn.formats }
  public static func format(named name: String) -> (any Format)? { Notations.builtIn.format(named: name) }
}
