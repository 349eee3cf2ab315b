/// A notation in paragraphs, written down as a template and a few switches.
///
/// The template shows one unit: `{speaker}`, `{time}` and `{text}` stand for the fields, everything else for itself.
/// The same template reads a transcript and writes one.
public struct Notation: Sendable, Hashable {
  public let name: String
  public let template: String
  /// Whether a paragraph without label and time goes on with the turn above it.
  public let continues: Bool
  /// Whether a short line without label and time is the title of a section.
  public let hasHeaders: Bool

  /// Where the time stands and what encloses it.
  let time: TimeSlot
  /// Whether a label with a colon opens a unit.
  let hasLabel: Bool

  public init(_ name: String, _ template: String, continues: Bool, hasHeaders: Bool) {
    self.name = name
    self.template = template
    self.continues = continues
    self.hasHeaders = hasHeaders
    hasLabel = template.contains("{speaker}: ")
    time = TimeSlot(template)
  }
}

/// The place of the time in a unit: at its beginning or its end, bare or in brackets.
struct TimeSlot: Sendable, Hashable {
  let isLeading: Bool
  /// The bracket before the time, if there is one.
  let open: UInt8?
  let close: UInt8?

  init(_ template: String) {
    let parts = template.split(separator: "{time}", maxSplits: 1, omittingEmptySubsequences: false)
    isLeading = !parts[0].contains("{text}")
    open = parts[0].utf8.last.flatMap { "([".utf8.contains($0) ? $0 : nil }
    close = parts.last?.utf8.first.flatMap { ")]".utf8.contains($0) ? $0 : nil }
  }
}

extension Notation {
  /// A podcast page copied as text.
  public static let page = Notation("page", "{speaker}: {text} ({time})", continues: false, hasHeaders: true)

  /// Captions exported as text: each line is a cue.
  public static let captions = Notation("captions", "{time} {text}", continues: true, hasHeaders: false)

  /// A transcription in a blog.
  public static let blog = Notation("blog", "[{time}] {speaker}: {text}", continues: true, hasHeaders: false)
}
