import Transcript

/// A stretch with a meaning that an editor can show in a colour of its own.
public struct Token: Sendable, Equatable {
  public enum Kind: Sendable, CaseIterable {
    /// A speaker label.
    case speaker
    /// A time, or the same as a number of seconds.
    case time
    /// The title of a section.
    case header
    /// A remark in brackets, or a comment.
    case note
    /// The name of a piece of metadata.
    case key
    /// A passage that the transcriber was not sure about.
    case uncertain
  }

  /// Part of one line, never empty, in bytes of the text.
  public var range: Range<Int>
  public var kind: Kind
  /// Whose label it is; nil for everything but labels, and for a second voice that never speaks first.
  public var speaker: Speakers.ID?
}
