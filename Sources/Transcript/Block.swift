/// One unit of a text as a format reads it: a paragraph, a cue, a list item or an entry of the metadata, with the blank
/// lines behind it.
///
/// A block does not hold its position, so an edit leaves all blocks unchanged but those that it touches.
public struct Block: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The unit of speech as written: a labelled paragraph, a cue, a list item.
    case segment
    /// A section begins.
    case header
    /// Front matter that is not speech.
    case metadata
    /// Text that is not transcript: preamble, footer, Markdown body.
    case prose
    /// A conflict marker of version control. `level` holds its character.
    case conflict
  }

  public var kind: Kind

  /// The kind of the block if its label is not a speaker label after all. A label that occurs once and without a time
  /// may as well be the first words of a title or of a sentence.
  public var otherwise: Kind

  /// The level of a header, counted from 1.
  public var level: UInt8 = 1

  /// Whether a part is a `fault`.
  public var hasFault = false

  /// Whether every byte belongs to a well-formed scalar.
  public var isValidUTF8 = true

  /// The mode in which the block began.
  var mode: Mode

  /// How far the format looked to read this block, in bytes from its start. It is one more than the length of the text
  /// where the format saw that the text ends there.
  var reach: Int

  @inlinable
  public var isTentative: Bool { kind != otherwise }
}

/// What a format remembers from one block to the next. Only the format knows what the number means.
public struct Mode: Sendable, Equatable, RawRepresentable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The mode in which each text begins.
  public static let start = Mode(rawValue: 0)
}
