/// A part of a block and its meaning in the model.
///
/// All notations use the same kinds, so neither a rule nor the outline nor a hover asks for the notation.
public struct Part: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A speaker label, without the marks around it.
    case speaker
    /// The time at which a segment begins, as written, without brackets or quotes.
    case start
    /// The time at which it ends.
    case end
    /// The start as a number of seconds.
    case seconds
    /// The words of the segment.
    case words
    /// The title of a section.
    case title
    /// A key of the metadata, and its value.
    case key, value
    /// A comment with its marks: `# …` in YAML, `<!-- … -->` elsewhere. Readers of the transcript do not see it.
    case comment
    /// Something that the notation forbids; `fault` says why.
    case fault
  }

  public var kind: Kind
  /// How the part is decoded; without meaning for a fault.
  public var quoting: Quoting = .none
  public var fault: Fault?
  /// In bytes from the start of the block.
  public var offset: Int32
  /// In bytes.
  public var length: Int32
}

/// How a part is written in YAML.
public enum Quoting: UInt8, Sendable {
  /// Not YAML: the bytes are the text.
  case none
  /// A plain scalar, perhaps folded over lines.
  case plain
  /// Inside single quotes: `''` is an apostrophe.
  case single
  /// Inside double quotes: backslash escapes.
  case double
  /// Another form that YAML allows: a flow collection, a block scalar, an alias. It is not decoded.
  case other
}

/// What a notation forbids. The format finds it while reading; a rule gives it a message and a repair.
public enum Fault: UInt8, Sendable, CaseIterable {
  // Times
  case timeMalformed, timeOutOfRange, secondsMalformed
  // Speaker labels
  case labelEmpty, labelSpaceBeforeColon, labelNoSpaceAfterColon
  // Front matter
  case quoteNotClosed, quoteClosedEarly, colonInPlain, textAfterComment, cannotStartPlain, flowNotAlone, tabIndent
  case badEscape, notAnEntry, colonMissing, bracketNotClosed, flowMalformed, blockHeaderMalformed, valueBeforeList
  case controlCharacter, lineSeparator
  case frontMatterNotOpened, frontMatterNotFirst, frontMatterNotClosed
  case hashTruncates, timeUnquoted, property, alias

  /// Whether YAML refuses the text, so that nothing certain is known about what follows.
  public var isYAML: Bool {
    switch self {
    case .quoteNotClosed, .quoteClosedEarly, .colonInPlain, .textAfterComment, .cannotStartPlain, .flowNotAlone,
      .tabIndent, .badEscape, .notAnEntry, .colonMissing, .bracketNotClosed, .flowMalformed, .blockHeaderMalformed,
      .valueBeforeList, .controlCharacter, .lineSeparator:
      true
    default: false
    }
  }
}
