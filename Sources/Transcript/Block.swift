/// One unit of a text as a format read it: a paragraph, a cue, a list item, a metadata entry, with the blank lines behind.
///
/// A block has no position of its own, so an edit leaves all blocks as they are except those that it touches.
public struct Block: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The unit of speech as written: a labelled paragraph, a cue, a list item.
    case segment
    /// A section begins.
    case header
    /// Front matter that is not speech.
    case metadata
    /// Text that is not part of the transcript: preamble, footer, Markdown body.
    case prose
    /// A line that a version control system left behind. `level` holds its mark.
    case conflict
  }

  public var kind: Kind

  /// The kind of the block if its label is not a speaker label after all. A label that occurs once and without a time
  /// may also be the first words of a title or of a sentence.
  public var otherwise: Kind

  /// For a header: its level, counted from 1.
  public var level: UInt8 = 1

  /// For a tentative block: whether the speaker above says it, with what looks like its label, if that is none.
  public var isSpeechAnyway = false

  /// For a segment without a label: whether it continues the speaker above it. If not, its label was lost.
  public var continuesSpeaker = false

  /// Whether the label of a segment may also be its first words. It counts as a label if it occurs again.
  public var hasDoubtfulLabel = false

  /// Whether a part is a `fault`.
  public var hasFault = false

  /// Whether every byte belongs to a well-formed scalar.
  public var isValidUTF8 = true

  /// The mode in which the block began.
  var mode: Mode

  /// How many bytes the format looked at to read this block, counted from its start; one more than the length of its
  /// last line if that line has no end yet. Texts of 2 GB and more are refused before they are read.
  var reach: Int32

  @inlinable
  public var isTentative: Bool { kind != otherwise }
}

/// What a format remembers from one block to the next. Only the format knows the meaning of the number.
public struct Mode: Sendable, Equatable, RawRepresentable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The mode in which each text begins.
  public static let start = Mode(rawValue: 0)
}
