import Transcript

/// Something that a careful editor would not want in a transcript, with its reason.
///
/// A rule is a value. It sees a `Reading` and cannot ask which notation that is written in. Its page is
/// `docs/rules/<id>.md`, and the examples there are its tests.
public struct Rule: Sendable {
  /// As written in configuration: "allow *id*" reads well.
  public let id: String
  /// Of the findings, where neither the rule nor the configuration says otherwise.
  public let severity: Severity
  /// Whether it is applied where the configuration does not mention it.
  public let isOn: Bool
  /// What is known of its repairs before any is made.
  public let repair: Repair
  /// What it finds, in a sentence: the first one of its page.
  public let summary: String
  /// Why it matters and to whom, in a sentence: shown on hover.
  public let why: String
  /// What the configuration can say about it besides a severity.
  public let options: [Option]
  /// How much of the text has to be left by whoever is typing before a finding counts: until then it may be about what is
  /// half written. Nil where each counts at once. A text as such has nobody typing in it, so no finding is missing there;
  /// only an editor waits.
  public let halfWritten: Extent?
  /// What it looks at; several where something is found at one block and something else only in the whole.
  let looks: [Looks]

  /// Whether findings can be mended.
  public enum Repair: String, Sendable {
    /// Somebody has to think.
    case none
    /// Repairs are offered; whether one is right needs a look.
    case offered
    /// The repair can be made without anybody looking.
    case safe
  }

  /// A stretch of the text around the place where somebody is typing.
  public enum Extent: Sendable {
    case line
    /// The segment, header or entry.
    case unit
  }

  /// How far a rule looks. The findings of a rule that looks at one block are kept with it, so such a rule must not look
  /// at anything outside.
  enum Looks: Sendable {
    case atFaults(Set<Fault>, @Sendable (Reading, _ fault: Part, _ block: Int, inout Report) -> Void)
    case atBlock(@Sendable (Reading, _ block: Int, inout Report) -> Void)
    /// At what was said in one block and at the title of a section, where it has one of some signs.
    case atPassage(Signs, @Sendable (Passage, inout Report) -> Void)
    case atDocument(_ reads: Reads = .everything, @Sendable (Reading, inout Report) -> Void)
    /// At what each segment has in common with the siblings of the episode. That is kept with the segment.
    case atComparisons(@Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)
    /// At what was silenced, when all other rules have spoken.
    case atSilences(@Sendable (Reading, Silences, inout Report) -> Void)
  }

  /// What the findings of a look at the whole document depend on. Nearly all keys change nothing but the words of one
  /// segment; a look that does not read those is not asked again, and its findings stay (`Rewording`).
  ///
  /// Whatever it says here, a look may read the words of some segments, if it notes which ones: `Report.readWords(of:)`.
  /// A finding, and an edit that mends it, then begins and ends in those or outside of words.
  enum Reads: Sendable {
    case everything
    /// All but what is said.
    case frame
    /// All but what is said; but how many words it is.
    case counts
    /// All but what is said, where it has none of some signs.
    case signs(Signs)
  }

  init(
    _ id: String, _ severity: Severity, isOn: Bool = true, repair: Repair = .none, summary: String, why: String,
    options: [Option] = [], halfWritten: Extent? = nil, looks: Looks...
  ) {
    self.id = id
    self.severity = severity
    self.isOn = isOn
    self.repair = repair
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

  /// Where the rule with an id stands among all.
  static func number(of id: String) -> Int { places[id] ?? 0 }

  /// By id.
  private static let places = Dictionary(uniqueKeysWithValues: zip(all.map(\.id), all.indices))
}
