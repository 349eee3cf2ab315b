/// One unit of a text as a format read it: a paragraph, a cue, a list item, a metadata entry, with the blank lines behind.
///
/// A block knows its inside and not where it stands, so an edit leaves all blocks but those it touched as they are.
public struct Block: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The unit of speech as written: a labelled paragraph, a cue, a list item.
    case segment
    /// A section begins.
    case header
    /// Front matter that is not speech.
    case metadata
    /// What is not transcript: preamble, footer, Markdown body.
    case prose
    /// A line that a version control system left behind. `level` holds its mark.
    case conflict
  }

  public var kind: Kind

  /// What this is where its speaker label turns out to be none: a label that occurs once and without a time may as well
  /// be the first words of a title or of a sentence.
  public var otherwise: Kind

  /// Of a header, counted from 1.
  public var level: UInt8 = 1

  /// Of a segment without a label, whether it goes on with the speaker above it; otherwise its label is lost.
  public var continuesSpeaker = false

  /// Whether the label of a segment may as well be its first words: it is one if it recurs.
  public var hasDoubtfulLabel = false

  /// Whether a part is a `fault`.
  public var hasFault = false

  /// Whether every byte belongs to a well-formed scalar.
  public var isValidUTF8 = true

  /// The mode in which the block began.
  var mode: Mode

  /// How far the format looked to read this block, in bytes from its start; one more than its last line when that has
  /// no end yet. A text of 2 GB is refused before it is read.
  var reach: Int32

  @inlinable
  public var isTentative: Bool { kind != otherwise }
}

/// What a format remembers from one block to the next. Only the format knows what the number means.
public struct Mode: Sendable, Equatable, RawRepresentable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The mode in which each text begins.
  public static let start = Mode(rawValue: 0)
}
