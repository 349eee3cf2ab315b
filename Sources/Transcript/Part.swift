/// A range of a block and its meaning.
///
/// All notations share these kinds of parts, so rules and features need not know from which notation a part comes.
public struct Part: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A speaker label, without the marks around it.
    case speaker
    /// The time at which a segment begins, as written, without brackets or quotes.
    case start
    /// The time at which it ends.
    case end
    /// The start, given once more as a number of seconds.
    case seconds
    /// A time among the words; the words behind it begin at that time.
    case inlineTime
    /// The number or name of a cue.
    case id
    /// The settings of a cue: where and how it is shown.
    case settings
    /// The words of a segment.
    case words
    /// Marks among the words that are not spoken: emphasis, a voice.
    case markup
    /// Marks of the notation around the words of a block: emphasis, the mark of a quotation.
    case mark
    /// The title of a section.
    case title
    /// The name of a piece of metadata, and its value.
    case key, value
    /// A comment with its marks, which readers of the transcript do not see: `# …` in YAML, `<!-- … -->` elsewhere.
    case comment
    /// A range that the notation forbids; `fault` says why.
    case fault
  }

  public var kind: Kind
  /// How the range is decoded; without meaning for a fault.
  public var quoting: Quoting = .none
  public var fault: Fault?
  /// In bytes from the start of the block.
  public var offset: Int32
  /// In bytes.
  public var length: Int32
}

/// How a range was written: its quotes in YAML, or the text of a cue.
public enum Quoting: UInt8, Sendable, CaseIterable {
  /// The bytes are the text.
  case none
  /// A plain scalar, perhaps folded over lines.
  case plain
  /// Inside single quotes: `''` is an apostrophe.
  case single
  /// Inside double quotes: backslash escapes.
  case double
  /// The text of a WebVTT cue, with tags and character references, or the name of a voice in it.
  case cue
  /// The text of a SubRip subtitle, with tags.
  case subtitle
  /// Outside of YAML, over several lines: a line end, with the blanks around it, counts as one blank.
  case wrapped
  /// Another YAML value (a flow collection, a block scalar, an alias), which is not decoded here.
  case other

  /// Whether the range is a value of YAML.
  public var isYAML: Bool { self != .none && self != .wrapped && !isCue }

  /// Whether the range belongs to the text of a cue.
  public var isCue: Bool { self == .cue || self == .subtitle }
}

/// A violation of the notation. The format finds it while reading; a rule gives it a message and a fix.
public enum Fault: UInt8, Sendable, CaseIterable {
  // Times
  case timeMalformed, timeOutOfRange, secondsMalformed
  // Speaker labels
  case labelEmpty, labelSpaceBeforeColon, labelNoSpaceAfterColon
  /// Emphasis, brackets or list marks that labels of this notation do not have, or that are missing.
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

  // The frame of a file of cues
  /// The first line is not what players look for.
  case signatureMissing
  /// A line below the first one that players skip.
  case headerText
  /// Nothing divides the first line from what follows, or a cue from what stands above it.
  case blankLineMissing
  /// Lines that belong to no cue.
  case strayText
  /// An arrow in a comment or a style sheet ends it there.
  case arrowInComment, arrowInStyle
  /// An arrow among what is said ends the cue there.
  case arrowInText
  /// A style sheet or a region below the first cue.
  case styleLate, regionLate

  // The times of a cue
  /// Nothing stands where a time should.
  case cueTimeMissing
  /// No digit stands where a time should begin.
  case cueTimeStart
  /// The first number of a time is not followed by a colon.
  case cueTimeColon
  /// Minutes or seconds without exactly two digits.
  case cueTimeDigits
  /// The first number counts as hours, and then the seconds are missing.
  case cueTimeFields
  /// A comma stands before the milliseconds.
  case cueTimeComma
  /// No point stands before the milliseconds.
  case cueTimePoint
  /// Milliseconds without exactly three digits.
  case cueTimeMilliseconds
  /// Minutes or seconds over 59.
  case cueTimeRange
  /// What divides the two times is no arrow.
  case cueArrow
  // How the times of a cue are written
  case cueTimeHours, cueTimeIndent, cueTimeFormFeed, cueArrowBlank, cueSettingsBlank

  // Settings of a cue or a region
  case settingMalformed, settingUnknown, settingValue, settingTwice, lineFraction, regionUnnamed

  // The text of a cue
  case ampersand
  case tagUnknown, tagNotClosed, tagWords
  case tagLineBreak, classEmpty, spanNotClosed, endTagSurplus, annotationMissing, rubyWithoutText
  case wordTimeMalformed, wordTimeOutside, wordTimeOrder

  /// Whether something that is no time stands where one belongs.
  public var isOfTime: Bool { self == .timeMalformed || self == .timeOutOfRange }

  /// Whether players cannot read the times of a cue.
  public var isOfCueTimes: Bool {
    switch self {
    case .cueTimeMissing, .cueTimeStart, .cueTimeColon, .cueTimeDigits, .cueTimeFields, .cueTimeComma, .cueTimePoint,
      .cueTimeMilliseconds, .cueTimeRange, .cueArrow:
      true
    default: false
    }
  }

  /// Whether the fault makes the block invalid YAML, so that the meaning of the rest is not certain.
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
