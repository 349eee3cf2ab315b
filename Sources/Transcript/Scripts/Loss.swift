/// A piece of content that would be lost or changed when a transcript is written in another notation.
public struct Loss: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    // The notation has no place for it
    case metadata, preamble, footer, body
    case speaker, start, end, title, level, entry, comment, prose
    case lineBreak = "line-break"
    case blanks
    // What cues have besides
    case settings, id, markup
    /// When a segment begins or ends, where the text does not say it and the notation requires it.
    case estimate
    // It could not be read
    case unreadable, contradiction, conflict, encoding, syntax, repeated
    // It would be read as something else
    case text, segment
  }

  public var kind: Kind
  /// The lost content, or its beginning, for people.
  public var detail: String
  /// Its place in the text that was read.
  public var place: Script.Place

  public init(_ kind: Kind, _ detail: String = "", at place: Script.Place) {
    (self.kind, self.detail, self.place) = (kind, detail, place)
  }
}
