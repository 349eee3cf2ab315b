import Configuration
import Features
import Formats
import LSP
import Rules
import SourceText
import Synchronization
import Transcript
import Workspace

/// A document that is open in the client, with its reading and findings.
///
/// It is edited in place. Its notation is detected again only after an edit of the lines on which the detection was
/// based, and only when the notation is needed.
struct OpenDocument {
  var version: DocumentVersion?
  /// True while the document waits in `Session.unpublished`.
  var isUnpublished = false
  /// The files whose content affects the findings of the document.
  var neighbours = Neighbours()
  private let languageID: String?
  private let path: String
  private var settings = FileSettings()
  private var surroundings = Surroundings()
  /// How the notation was decided; nil when it has to be decided.
  private var detection: Detection?
  /// The text while no transcript is found in it; otherwise empty, since the reading then holds the text.
  private var plain: Text
  private var judged: JudgedDocument?
  /// The tokens that were last sent, with their id.
  var sentTokens: (id: String, data: [UInt32])?
  /// Whether a text that begins like this one can be written in other notations, by the place of the length in
  /// `headLengths`.
  var conversions: [Int: (beginning: Beginning, isPossible: [String: Bool])] = [:]
  /// The text as it was last handed to work beside the session; nil after an edit.
  private var shared: OpenText?
  /// Another number for each text of any document.
  private(set) var revision = OpenDocument.nextRevision()
  private static let revisions = Atomic(0)
  /// The replacements that the user typed.
  private(set) var corrections = Corrections()

  init(_ params: DidOpenParams) {
    version = params.version
    languageID = params.languageID
    path = params.uri.path
    plain = Text(params.text)
  }

  var text: Text { judged?.reading.text ?? plain }

  /// The transcript; nil if the text holds none.
  var reading: Reading? {
    mutating get {
      settle()
      return judged?.reading
    }
  }

  /// For people: why the text is read in its notation, or why it is not read as a transcript although some of its lines
  /// look like one. Nil if nothing looks like a transcript.
  var explanation: String? {
    mutating get {
      settle()
      return detection.flatMap { $0.hasEvidence ? $0.explanation(of: text) : nil }
    }
  }

  /// The findings, in the order of the text.
  var findings: [Finding] {
    mutating get {
      guard !settings.isExcluded else { return [] }
      settle()
      return judged?.findings ?? []
    }
  }

  /// The same findings, some of them with their fixes. Fixes are computed only when they are asked for.
  mutating func findings(with fixes: FixScope) -> [Finding] {
    guard !settings.isExcluded else { return [] }
    settle()
    return judged?.findings(with: fixes) ?? []
  }

  /// The text after all safe fixes, made as `check --fix` makes them.
  var fixed: FixLoop.Result? {
    mutating get {
      guard !settings.isExcluded else { return nil }
      settle()
      let detect = detect
      return judged?.fixed { detect($0).format }
    }
  }

  /// Whether a rule would report something in it, if there were anything.
  func isJudged(by id: String) -> Bool {
    !settings.isExcluded && (Rule.named(id).map(settings.rules.isOn) ?? false)
  }

  /// What the transcriber was not sure about and nobody has silenced, in bytes of the text.
  var uncertainPassages: [Range<Int>] {
    mutating get { findings.lazy.filter { $0.rule == "uncertain-passage" }.map(\.range) }
  }

  /// The tokens of the transcript, as numbers of the protocol; nil if the text holds none.
  mutating func tokens(_ encoder: TokenEncoder) -> [UInt32]? {
    let uncertain = uncertainPassages
    settle()
    return judged?.tokens(encoder, uncertain)
  }

  /// What is in each section; nil if the text holds no transcript.
  var sectionSummaries: [SectionSummary]? {
    mutating get {
      let uncertain = uncertainPassages
      settle()
      return judged?.sectionSummaries(uncertain)
    }
  }

  /// The safe fixes of some rules, made as `check --fix` makes them.
  mutating func fixed(of rules: Set<String>) -> FixLoop.Result? {
    guard !settings.isExcluded else { return nil }
    settle()
    let detect = detect
    return judged?.fixed(of: rules) { detect($0).format }
  }

  /// The rules whose fixes put cues in order and number them.
  static let organizingRules: Set = ["cue-order", "srt-index"]

  /// The text with its cues in order and numbered.
  var organized: FixLoop.Result? {
    mutating get {
      guard !settings.isExcluded else { return nil }
      settle()
      let detect = detect
      return judged?.organized { detect($0).format }
    }
  }

  /// Another text, read in the notation of this one.
  mutating func read(_ text: Text) -> Reading? {
    settle()
    return detection?.format.map { Document(text, format: $0).reading }
  }

  /// Whether the text with some edits is still read in its notation, with the same words in the same segments.
  ///
  /// - Parameter label: a new label. Where it stood before words and was none because it stood alone, it may become one.
  mutating func keepsWords(with edits: [Edit], label: String = "") -> Bool {
    guard let reading else { return false }
    return Workspace.keepsWords(
      reading, notation: detection?.format?.name, with: edits, label: label, detect: detect)
  }

  /// The list of chapters beside the transcript; nil where there is none, or nothing is compared with it.
  var chapters: Chapters? { surroundings.chapters }

  /// The address at which the recording is played; nil if none is configured.
  var recording: RecordingAddress? {
    settings.media.map { RecordingAddress($0, stem: neighbours.episode) }
  }

  /// The name of the notation in which the text is read; nil if the text holds no transcript.
  var notation: String? {
    mutating get {
      settle()
      return detection?.format?.name
    }
  }

  /// The name of the notation in which another text would be read if it stood in this document.
  func notation(of text: Text) -> String? {
    detect(text).format?.name
  }

  /// Finds out the notation of a text as if it were that of this document.
  private var detect: (Text) -> Detection {
    let (notation, languageID, path) = (settings.notation, languageID, path)
    return { Detection.detect($0, notation: notation, languageID: languageID, path: path) }
  }

  /// The notations that the text may be in, those of the configuration included.
  var knownNotations: Notations { settings.notation.known }

  /// How captions should be, as far as the configuration says it.
  var cueProfile: CueProfile? { settings.cueProfile }

  /// How the lines of its cues are to be broken.
  var cueLines: LineBreaking { settings.rules.cueLines }

  /// The spellings that the configuration asks for.
  var glossary: [Settings.Term] { settings.rules.glossary }

  /// Applies new settings and surroundings, and returns whether they differ from the old ones.
  mutating func heed(_ settings: FileSettings, _ surroundings: Surroundings) -> Bool {
    guard settings != self.settings || surroundings != self.surroundings else { return false }
    plain = text
    self.settings = settings
    self.surroundings = surroundings
    judged = nil
    detection = nil
    conversions = [:]
    return true
  }

  /// The text for work beside the session.
  var snapshot: OpenText {
    mutating get {
      if let shared, shared.version == version { return shared }
      let snapshot = OpenText(copying: text.bytes, version: version, languageID: languageID, revision: revision)
      shared = snapshot
      return snapshot
    }
  }

  /// Reads the text as it is now again, beside the session.
  var readingOfSnapshot: @Sendable () -> Reading? {
    mutating get {
      let (snapshot, notation, path) = (snapshot, settings.notation, path)
      return {
        TranscriptFile(Text(snapshot.bytes), notation: notation, languageID: snapshot.languageID, path: path).reading
      }
    }
  }

  /// A document with the same text, for work beside the session.
  var copy: @Sendable () -> OpenDocument {
    mutating get {
      let (snapshot, settings, surroundings, path) = (snapshot, settings, surroundings, path)
      return { OpenDocument(snapshot, settings, surroundings, path: path) }
    }
  }

  private init(_ snapshot: OpenText, _ settings: FileSettings, _ surroundings: Surroundings, path: String) {
    (version, languageID, self.path) = (snapshot.version, snapshot.languageID, path)
    (self.settings, self.surroundings) = (settings, surroundings)
    plain = Text(snapshot.bytes)
  }

  private static func nextRevision() -> Int { revisions.add(1, ordering: .relaxed).newValue }

  mutating func apply(_ edit: Edit) {
    shared = nil
    revision = Self.nextRevision()
    corrections.note(edit, in: text)
    if let detection, edit.range.lowerBound <= detection.reach { self.detection = nil }
    if judged == nil { plain.apply(edit) } else { judged?.apply(edit) }
  }

  /// Replaces the text by the smallest edit and returns that edit; nil if the two texts are equal.
  ///
  /// Clients that save with text and clients that do not know ranges send whole texts, most of which is unchanged.
  mutating func replaceText(with new: [UInt8]) -> Edit? {
    guard let edit = Edit(from: text.bytes, to: new) else { return nil }
    apply(edit)
    return edit
  }

  private mutating func settle() {
    guard self.detection == nil else { return }
    let text = text
    let detection = detect(text)
    self.detection = detection
    guard judged?.format != detection.format?.name else { return }
    judged = detection.format.map { JudgedDocument(text, $0, settings.rules, surroundings) }
    plain = judged == nil ? text : Text()
  }
}

/// A transcript and its findings, which are updated together with each edit.
private struct JudgedDocument {
  /// The name of the notation.
  let format: String
  private var document: Document
  private var judge: Judge
  /// The findings, kept until the next edit: hover asks for the findings that were published.
  private var known: [Finding]?
  /// The findings with fixes that somebody asked for last, kept until the next edit.
  private var offered: (fixes: FixScope, findings: [Finding])?
  /// The text after all safe fixes, kept until the next edit.
  private var knownFixed: FixLoop.Result?
  /// The tokens, from the first time that somebody asks for them.
  private var table: TokenTable?
  /// What is in each section, as far as somebody has asked for it.
  private var summaries = SectionSummaries()
  private let settings: Settings
  private let surroundings: Surroundings

  init(_ text: Text, _ format: any Format, _ settings: Settings, _ surroundings: Surroundings) {
    self.format = format.name
    (self.settings, self.surroundings) = (settings, surroundings)
    document = Document(text, format: format)
    judge = Judge(document.reading, settings, surroundings)
  }

  var reading: Reading { document.reading }

  var findings: [Finding] {
    mutating get {
      let findings = known ?? judge.findings(in: document.reading)
      known = findings
      return findings
    }
  }

  mutating func findings(with fixes: FixScope) -> [Finding] {
    if let offered, offered.fixes == fixes { return offered.findings }
    let known = findings
    guard fixes.holdsAny(of: known) else { return known }
    let findings = judge.findings(in: document.reading, fixes: fixes)
    offered = (fixes, findings)
    return findings
  }

  /// - Parameter detect: chooses the notation in which a text is read.
  mutating func fixed(_ detect: @escaping (Text) -> (any Format)?) -> FixLoop.Result {
    if let knownFixed { return knownFixed }
    let result = fixed(of: nil, detect)
    knownFixed = result
    return result
  }

  mutating func tokens(_ encoder: TokenEncoder, _ uncertain: [Range<Int>]) -> [UInt32] {
    if table?.isMade(by: encoder) != true { table = TokenTable(encoder) }
    table?.update(document.reading, uncertain: uncertain)
    return table?.data ?? []
  }

  mutating func sectionSummaries(_ uncertain: [Range<Int>]) -> [SectionSummary] {
    summaries.update(document.reading, uncertain: uncertain)
    return summaries.all
  }

  /// - Parameter rules: whose fixes are made; nil for all.
  mutating func fixed(of rules: Set<String>?, _ detect: @escaping (Text) -> (any Format)?) -> FixLoop.Result {
    func chosen(_ findings: [Finding]) -> [Finding] {
      rules.map { rules in findings.filter { rules.contains($0.rule) } } ?? findings
    }
    // What is known need not be found again, unless a finding stands for others, whose fixes are then joined.
    let known = findings(with: FixScope(findings, at: [], joinsRules: false, allSafe: true))
    return loop(.safe, fixes: .safe, detect, of: chosen)
      .run(document.reading, known.allSatisfy { $0.count == 1 } ? chosen(known) : nil)
  }

  func organized(_ detect: @escaping (Text) -> (any Format)?) -> FixLoop.Result {
    loop(.best, fixes: .all, detect) { findings in
      findings.compactMap { finding in
        guard OpenDocument.organizingRules.contains(finding.rule) else { return nil }
        // Cues are moved to where their times belong, and no time is changed.
        var finding = finding
        if finding.rule == "cue-order" { finding.fixes.removeAll { $0.title != Rule.movesCue } }
        return finding
      }
    }.run(document.reading)
  }

  /// Makes fixes as long as the text is read in its notation.
  ///
  /// - Parameter chosen: the findings that are fixed, of those in a text.
  private func loop(
    _ choice: FixLoop.Choice, fixes: FixScope, _ detect: @escaping (Text) -> (any Format)?,
    of chosen: @escaping ([Finding]) -> [Finding]
  ) -> FixLoop {
    FixLoop(choice) { [format] text in
      detect(text).flatMap { $0.name == format ? Document(text, format: $0).reading : nil }
    } judge: { [settings, surroundings] reading in
      chosen(Judge.findings(in: reading, settings, surroundings, fixes: fixes))
    }
  }

  mutating func apply(_ edit: Edit) {
    (known, offered, knownFixed) = (nil, nil, nil)
    let change = document.apply(edit)
    table?.note(change, of: document.reading.blocks.count - change.shift)
    summaries.note(change)
    judge.update(change, document.reading)
  }
}

extension Edit {
  /// The smallest edit that turns one text into another; nil if they are equal.
  init?(from old: [UInt8], to new: [UInt8]) {
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
    if prefix == old.count, prefix == new.count { return nil }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    self.init(prefix..<(old.count - suffix), Array(new[prefix..<(new.count - suffix)]))
  }
}
