/// Something that a transcript says and that is gone, or says something else, once it is written in another notation.
public struct Loss: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    // What a notation has no place for
    case metadata, preamble, footer, body
    case speaker, start, end, title, level, entry, comment, prose
    case lineBreak = "line-break"
    case blanks
    /// When a segment begins or ends, where nobody wrote it down and the notation cannot do without.
    case estimate
    // What cues have besides
    case settings, id, markup
    // What could not be read in the first place
    case unreadable, contradiction, conflict, encoding, syntax, repeated
    // What would be read as something else
    case text, segment
  }

  public var kind: Kind
  /// What is lost, or its beginning, for people.
  public var detail: String
  /// Where it stands in the text that was read.
  public var place: Script.Place

  public init(_ kind: Kind, _ detail: String = "", at place: Script.Place) {
    (self.kind, self.detail, self.place) = (kind, detail, place)
  }
}
