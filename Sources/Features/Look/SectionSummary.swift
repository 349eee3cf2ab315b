/// The numbers of a section in one line, for people.
public struct SectionSummary: Sendable, Equatable {
  /// The title, in bytes of the text.
  public var range: Range<Int>
  public var text: String
}
