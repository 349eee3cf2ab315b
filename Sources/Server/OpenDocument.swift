import Configuration
import Features
import Formats
import LSP
import Rules
import SourceText
import Transcript

/// A document that the client has open, and what is known of it.
///
/// It is edited in place. Which notation it is written in is asked again only after an edit to what decided it, and
/// only when somebody wants to know.
struct OpenDocument {
  var version: DocumentVersion?
  /// True while the document waits in `Session.unpublished`.
  var isUnpublished = false
  /// The files that say something about it.
  var neighbours = Neighbours()
  private let languageID: String?
  private let path: String
  private var settings = FileSettings()
  private var surroundings = Surroundings()
  /// How the notation was decided; nil when it has to be decided.
  private var detection: Detection?
  /// The text as long as no transcript was found in it, else empty: a text is held once.
  private var plain: Text
  private var judged: JudgedDocument?
  /// What was typed over what.
  private(set) var corrections = Corrections()

  init(_ params: DidOpenParams) {
    version = params.version
    languageID = params.languageID
    path = params.uri.path
    plain = Text(params.text)
  }

  var text: Text { judged?.reading.text ?? plain }

  /// What the text says; nil where no transcript was found in it.
  var reading: Reading? {
    mutating get {
      settle()
      return judged?.reading
    }
  }

  /// Why the text is read in its notation, for people, or why in none although lines of it look like a transcript; nil where
  /// nothing speaks for one.
  var explanation: String? {
    mutating get {
      settle()
      return detection.flatMap { $0.hasEvidence ? $0.explanation : nil }
    }
  }

  /// What is wrong, in the order of the text.
  var findings: [Finding] {
    mutating get {
      guard !settings.isExcluded else { return [] }
      settle()
      return judged?.findings ?? []
    }
  }

  /// The same findings with their fixes, for somebody who is going to choose one.
  var fixable: [Finding] {
    mutating get {
      guard !settings.isExcluded else { return [] }
      settle()
      return judged?.fixable ?? []
    }
  }

  /// What all safe fixes make of the text, as `check --fix` does it.
  var fixed: FixLoop.Result? {
    mutating get {
      guard !settings.isExcluded else { return nil }
      settle()
      let (notation, languageID, path) = (settings.notation, languageID, path)
      return judged?.fixed {
        Detection.detect($0, notation: notation, languageID: languageID, path: path).format
      }
    }
  }

  /// Where its recording is played; nil where nobody has said so.
  var recording: RecordingAddress? {
    settings.media.map { RecordingAddress($0, stem: episodeName(neighbours.path)) }
  }

  /// What is to be spelt how.
  var glossary: [Settings.Term] { settings.rules.glossary }

  /// Takes what holds for the document from now on, and says whether that is something else than before.
  mutating func heed(_ settings: FileSettings, _ surroundings: Surroundings) -> Bool {
    guard settings != self.settings || surroundings != self.surroundings else { return false }
    plain = text
    self.settings = settings
    self.surroundings = surroundings
    judged = nil
    detection = nil
    return true
  }

  mutating func apply(_ edit: Edit) {
    corrections.note(edit, in: text)
    if let detection, edit.range.lowerBound <= detection.reach { self.detection = nil }
    if judged == nil { plain.apply(edit) } else { judged?.apply(edit) }
  }

  /// Makes the text equal to the given one by the smallest edit and gives that; nil where the text is that already.
  ///
  /// Whole texts come from clients that save with text and from those that know no ranges; nearly all of the text is
  /// what is here already.
  mutating func replaceText(with new: [UInt8]) -> Edit? {
    guard let edit = Edit(from: text.bytes, to: new) else { return nil }
    apply(edit)
    return edit
  }

  private mutating func settle() {
    guard self.detection == nil else { return }
    let text = text
    let detection = Detection.detect(text, notation: settings.notation, languageID: languageID, path: path)
    self.detection = detection
    guard judged?.format != detection.format?.name else { return }
    judged = detection.format.map { JudgedDocument(text, $0, settings.rules, surroundings) }
    plain = judged == nil ? text : Text()
  }
}

/// A transcript and what is wrong with it, kept together through edits.
private struct JudgedDocument {
  /// The name of the notation.
  let format: String
  private var document: Document
  private var judge: Judge
  /// Kept until the next edit: hover asks for the findings that were published.
  private var known: [Finding]?
  /// The same with fixes, kept as long.
  private var offered: [Finding]?
  /// Kept as long.
  private var knownFixed: FixLoop.Result?
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

  var fixable: [Finding] {
    mutating get {
      let findings = offered ?? judge.findings(in: document.reading, fixes: .told)
      offered = findings
      return findings
    }
  }

  /// - Parameter detect: in which notation a text is read.
  mutating func fixed(_ detect: @escaping (Text) -> (any Format)?) -> FixLoop.Result {
    if let knownFixed { return knownFixed }
    let loop = FixLoop(.safe) { [format] text in
      detect(text).flatMap { $0.name == format ? Document(text, format: $0).reading : nil }
    } judge: { [settings, surroundings] in
      Judge.findings(in: $0, settings, surroundings, fixes: .safe)
    }
    let result = loop.run(document.reading)
    knownFixed = result
    return result
  }

  mutating func apply(_ edit: Edit) {
    (known, offered, knownFixed) = (nil, nil, nil)
    let change = document.apply(edit)
    judge.update(change, document.reading)
  }
}

extension Edit {
  /// The smallest edit that makes one text of another; nil where they are equal.
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
