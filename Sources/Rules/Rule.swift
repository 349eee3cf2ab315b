import Transcript

/// A rule finds problems in a transcript and says why they matter.
///
/// A rule is a value. It sees a `Reading` and cannot ask for the notation. Its page is `docs/rules/<id>.md`, and the
/// examples there are its tests.
public struct Rule: Sendable {
  /// As written in configuration: "allow *id*" reads well.
  public let id: String
  /// The severity of its findings, where neither the rule nor the configuration says otherwise.
  public let severity: Severity
  /// Whether it is applied where the configuration does not mention it.
  public let isOn: Bool
  /// Which kind of fixes its findings can have.
  public let fix: FixKind
  /// What it finds, in one sentence: the first sentence of its page.
  public let summary: String
  /// Why that matters and to whom, in one sentence: shown on hover.
  public let why: String
  /// The settings that the configuration can change besides the severity.
  public let options: [Option]
  /// The part of the text that the user must have left, while typing, before a finding is shown: until then it may be
  /// about half-written text. Nil where findings are shown at once. Only an editor waits; a text that nobody is typing
  /// has all its findings.
  public let halfWritten: Extent?
  /// What it looks at. A rule has several looks where some findings concern one block and others the whole text.
  let looks: [Looks]

  /// Whether its findings can be fixed.
  public enum FixKind: String, Sendable {
    /// No fix; a person has to find one.
    case none
    /// Fixes are offered, and a person has to check whether one is right.
    case offered
    /// The fix is safe: nobody has to look at it.
    case safe
  }

  /// A part of the text around the place where the user is typing.
  public enum Extent: Sendable {
    case line
    /// The segment, header or entry.
    case unit
  }

  /// How much of the text a rule looks at. The findings of a rule that looks at one block are kept with the block, so
  /// such a rule must not look at anything outside.
  enum Looks: Sendable {
    case atFaults(Set<Fault>, @Sendable (Reading, _ fault: Part, _ block: Int, inout Report) -> Void)
    case atBlock(@Sendable (Reading, _ block: Int, inout Report) -> Void)
    /// At the words of one block and at the title of a section, if they contain one of some signs.
    case atPassage(Signs, @Sendable (Passage, inout Report) -> Void)
    case atDocument(_ reads: Reads = .everything, @Sendable (Reading, inout Report) -> Void)
    /// At what each segment has in common with the siblings of the episode. That is kept with the segment.
    case atComparisons(@Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)
    /// At the silences, after all other rules have run.
    case atSilences(@Sendable (Reading, Silences, inout Report) -> Void)
  }

  /// What the findings of a look at the whole document depend on. Nearly every key changes only the words of one
  /// segment; a look that does not read words does not run again then, and its findings stay (`Rewording`).
  ///
  /// Any look may read the words of some segments if it notes which ones with `Report.readWords(of:)`. Its findings and
  /// the edits that fix them must then begin and end in these words or outside of all words.
  enum Reads: Sendable {
    case everything
    /// Everything but the words.
    case frame
    /// Everything but the words, and how many words there are.
    case counts
    /// Everything but words that contain none of some signs.
    case signs(Signs)
  }

  init(
    _ id: String, _ severity: Severity, isOn: Bool = true, fix: FixKind = .none, summary: String, why: String,
    options: [Option] = [], halfWritten: Extent? = nil, looks: Looks...
  ) {
    self.id = id
    self.severity = severity
    self.isOn = isOn
    self.fix = fix
    self.summary = summary
    self.why = why
    self.options = options
    self.halfWritten = halfWritten
    self.looks = looks
  }

  /// All rules, by id.
  public static let all: [Rule] = [
    .chaptersOutOfSync,
    .conflictMarker,
    .cueEmpty,
    .cueEndBeforeStart,
    .cueGap,
    .cueLineLength,
    .cueLines,
    .cueLong,
    .cueOrder,
    .cueOverlap,
    .cueRate,
    .cueRolling,
    .cueShort,
    .cueZero,
    .dashStyle,
    .doubleSpace,
    .ellipsisStyle,
    .encoding,
    .filler,
    .finalNewline,
    .frontMatterGuest,
    .frontMatterMedia,
    .frontMatterRequired,
    .frontMatterTodo,
    .glossary,
    .headerBeforeAnswer,
    .headerDuplicate,
    .headerEmpty,
    .headerNotATitle,
    .headerUntitled,
    .invisibleCharacter,
    .lineEndings,
    .missingSpace,
    .mojibake,
    .noteForm,
    .noteUnknown,
    .notesInTranscript,
    .quoteStyle,
    .repeatedWord,
    .segmentDuplicate,
    .segmentEmpty,
    .segmentLoop,
    .segmentStrayLabel,
    .siblingOutOfSync,
    .spaceBeforePunctuation,
    .speakerForm,
    .speakerMalformed,
    .speakerNotAName,
    .speakerOnce,
    .speakerPlaceholder,
    .speakerPunctuation,
    .speakerSimilar,
    .speakerUnknown,
    .srtBlankInText,
    .srtBlankLine,
    .srtIndex,
    .srtStrayText,
    .srtTag,
    .srtTiming,
    .timeBeyondMedia,
    .timeGap,
    .timeMalformed,
    .timeMissing,
    .timeOrder,
    .timeRange,
    .timeRate,
    .timeSecMismatch,
    .timeSecMissing,
    .timeStyle,
    .trailingSpace,
    .transcriptDuplicate,
    .transcriptMissing,
    .unbalancedBracket,
    .unbalancedQuote,
    .uncertainPassage,
    .unusedSuppression,
    .vttAmpersand,
    .vttArrowInNote,
    .vttArrowInText,
    .vttBlankLine,
    .vttHeaderText,
    .vttIdTwice,
    .vttRegionLate,
    .vttRegionUnknown,
    .vttSetting,
    .vttSettingTwice,
    .vttSignature,
    .vttStrayText,
    .vttStyleLate,
    .vttTag,
    .vttTagNesting,
    .vttTiming,
    .vttTimingStyle,
    .vttWordTime,
    .wrongExtension,
    .yamlDuplicateKey,
    .yamlFrontMatter,
    .yamlHashTruncation,
    .yamlKeyType,
    .yamlNewlineInScalar,
    .yamlSyntax,
    .yamlUnknownKey,
    .yamlUnquotedTime,
  ]

  /// The rule with an id.
  public static func named(_ id: String) -> Rule? {
    places[id].map { all[$0] }
  }

  /// The place of the rule with an id in the list of all.
  static func number(of id: String) -> Int { places[id] ?? 0 }

  /// By id.
  private static let places = Dictionary(uniqueKeysWithValues: zip(all.map(\.id), all.indices))
}
