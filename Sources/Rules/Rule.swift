import Transcript

/// A rule finds problems in a transcript and says why they matter.
///
/// A rule is a value. It sees a `Reading` and cannot ask for the notation. Its page is `docs/rules/<id>.md`, and the
/// examples there are its tests.
public struct Rule: Sendable {
  /// As written in configuration: "allow *id*" reads well.
  public let id: String
  /// The severity of its findings, unless a finding or the configuration sets another one.
  public let severity: Severity
  /// Whether it is on if the configuration does not mention it.
  public let isOn: Bool
  /// Which kind of fixes its findings can have.
  public let fix: FixKind
  /// What it finds, in one sentence: the first sentence of its page.
  public let summary: String
  /// Why that matters and to whom, in one sentence: shown on hover.
  public let why: String
  /// The settings that the configuration can change besides the severity.
  public let options: [Option]
  /// The part of the text that the user has to leave before a finding in it is shown, because the text may be half
  /// written until then. Nil if findings are shown at once. Findings are held back only in an editor.
  public let halfWritten: Extent?
  /// The looks of the rule. It has several if some findings concern one block and others the whole text.
  let looks: [Looks]

  /// Whether its findings can be fixed.
  public enum FixKind: String, Sendable {
    /// No fix: a person has to correct the text.
    case none
    /// Fixes are offered, but a person has to choose and check one.
    case offered
    /// The fix is safe: no person has to check it.
    case safe
  }

  /// A part of the text around the place where the user is typing.
  public enum Extent: Sendable {
    case line
    /// The segment, header or entry.
    case unit
  }

  /// The part of the text that a rule looks at. Findings of a rule that looks at one block are kept with the block, so
  /// such a rule must not look at anything outside.
  enum Looks: Sendable {
    case atFaults(Set<Fault>, @Sendable (Reading, _ fault: Part, _ block: Int, inout Report) -> Void)
    case atBlock(@Sendable (Reading, _ block: Int, inout Report) -> Void)
    /// Looks at the words of one block and at the title of a section, if they contain one of the given signs.
    case atPassage(Signs, @Sendable (Passage, inout Report) -> Void)
    /// Looks at the marks that its look at passages has kept, turn by turn.
    case atTurns(@Sendable (ArraySlice<LooseMarks>, Reading, inout Report) -> Void)
    case atDocument(_ reads: Reads = .everything, @Sendable (Reading, inout Report) -> Void)
    /// Compares each segment with the siblings of the episode. The comparisons are kept with the segments.
    case atComparisons(@Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)
    /// Looks at the silences, after all other rules have run.
    case atSilences(@Sendable (Reading, Silences, inout Report) -> Void)
  }

  /// The parts of the document that the findings of a look depend on. Nearly every keystroke changes only the words of
  /// one segment. A look that does not read words is not run again after it, and its findings stay (`Rewording`).
  ///
  /// Any look may also read the words of some segments if it notes each of them with `Report.readWords(of:)`. The
  /// ranges of its findings and edits must then begin and end in these words or outside of all words.
  enum Reads: Sendable {
    case everything
    /// Everything but the words.
    case frame
    /// Everything but the words, but including their number.
    case counts
    /// Everything but the words of segments that contain none of the given signs.
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

  /// For each rule in the list of all, whether it looks at nothing but passages, which have nothing around them.
  static let isAboutPassages = all.map { rule in
    rule.looks.allSatisfy { if case .atPassage = $0 { true } else { false } }
  }

  /// By id.
  private static let places = Dictionary(uniqueKeysWithValues: zip(all.map(\.id), all.indices))
}
