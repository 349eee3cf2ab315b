/// A stretch of a block and what it is, in the vocabulary of the model.
///
/// All notations speak this one vocabulary, so a rule, the outline, a hover and a snapshot never ask where a part is from.
public struct Part: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A speaker label, without the marks around it.
    case speaker
    /// The time at which a segment begins, as written, without brackets or quotes.
    case start
    /// The time at which it ends.
    case end
    /// The start once more, as a number of seconds.
    case seconds
    /// A time inside what was said, at which the words behind it begin.
    case inlineTime
    /// The number or name of a cue.
    case id
    /// How a cue is to be shown.
    case settings
    /// What was said.
    case words
    /// Marks inside what was said that are not spoken: emphasis, a voice.
    case markup
    /// What belongs to the notation and encloses the words of a block: emphasis, the mark of a quotation.
    case mark
    /// The title of a section.
    case title
    /// The name of a piece of metadata, and what stands under it.
    case key, value
    /// What no reader of the transcript sees: `# …` in YAML, `<!-- … -->` elsewhere, with its marks.
    case comment
    /// A stretch that the notation forbids; `fault` says why.
    case fault
  }

  public var kind: Kind
  /// How the stretch is to be decoded; meaningless for a fault.
  public var quoting: Quoting = .none
  public var fault: Fault?
  /// In bytes from the start of the block.
  public var offset: Int32
  /// In bytes.
  public var length: Int32
}

/// How a stretch was written in YAML.
public enum Quoting: UInt8, Sendable {
  /// Not YAML: the bytes are the text.
  case none
  /// A plain scalar, perhaps folded over lines.
  case plain
  /// Inside single quotes: `''` is an apostrophe.
  case single
  /// Inside double quotes: backslash escapes.
  case double
  /// Something else that YAML allows (a flow collection, a block scalar, an alias): nothing is claimed about its text.
  case other
}

/// What a notation forbids. The format finds it while reading; a rule gives it a message and a repair.
public enum Fault: UInt8, Sendable, CaseIterable {
  // Times
  case timeMalformed, timeOutOfRange, secondsMalformed
  // Speaker labels
  case labelEmpty, labelSpaceBeforeColon, labelNoSpaceAfterColon
  /// Emphasis, brackets or list marks that the labels of this notation do not have, or lack.
  case labelMarks
  // Front matter
  case quoteNotClosed, quoteClosedEarly, colonInPlain, textAfterComment, cannotStartPlain, flowNotAlone, tabIndent
  case badEscape, notAnEntry, colonMissing, bracketNotClosed, flowMalformed, blockHeaderMalformed, valueBeforeList
  case controlCharacter, lineSeparator
  case frontMatterNotOpened, frontMatterNotFirst, frontMatterNotClosed
  case hashTruncates, timeUnquoted, property, alias
  // SubRip: the line of a cue with its times
  case subRipArrow, subRipArrowSpacing, subRipArrowMissing, subRipEndMissing
  /// A time of a cue that cannot be read, or one that is none although it can: 61 minutes, less than nothing.
  case subRipTimeUnreadable, subRipTimeImpossible
  /// A time of a cue without hours, with other marks or digits than it should have, with a fraction that readers take
  /// differently, or with hundreds of hours.
  case subRipHoursMissing, subRipTimeSpelling, subRipFraction, subRipHours
  case subRipSettings, subRipTextBesideTimes
  // SubRip: around a cue
  case subRipNumber, subRipNumberMissing
  case subRipBlankLineMissing, subRipBlankLineNotEmpty, subRipBlankLineInside, subRipStrayText
  // SubRip: in the text of a cue
  case subRipTagUnknown, subRipTagNotClosed, subRipTagNotOpened

  /// Whether YAML refuses what is there, so that it says nothing certain about the rest.
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
