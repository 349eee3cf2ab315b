import Configuration
import Files
import Rules
import SourceText

/// Judges the files of a workspace as a check of its folders does.
public struct ArchiveCheck: Sendable {
  /// A transcript with everything that its findings depend on besides its own text.
  public struct Subject: Sendable {
    public let file: KnownFile
    let settings: FileSettings
    let neighbours: Neighbours
    let people: People?
  }

  /// What the findings in a file were made from. As long as it is equal, so are they.
  public struct Basis: Sendable, Equatable {
    let state: FileState
    let settings: FileSettings
    let neighbours: Neighbours
    /// Those of the siblings and chapters; nil where nothing exists.
    let states: [FileState?]
    let people: People?
    let copies: TranscriptCopies?
  }

  public struct Judgement: Sendable {
    public let text: Text
    public let findings: [Finding]
  }

  /// The transcripts, sorted by path. Those whose configuration has a mistake are left out, since their findings might not
  /// be the intended ones.
  public let subjects: [Subject]
  /// The endings of the names of all files on which the findings depend besides the transcripts.
  public let endings: Set<String>
  private let archive: FileArchive
  private var copies = CopyIndex()

  /// - Parameter isCancelled: asked for each file; what is made is then of no use.
  public init(_ index: FileIndex, _ archive: FileArchive, isCancelled: () -> Bool = { false }) {
    self.archive = archive
    var configurations = index.configurations
    let rule = Rule.named("transcript-duplicate")
    var subjects: [Subject] = []
    for file in index.files {
      if isCancelled() { break }
      guard let facts = file.facts, configurations.chain(for: file.path)?.isWrong != true else { continue }
      let settings = configurations.settings(for: file.path)
      let neighbours = configurations.neighbours(of: file.path, settings)
      subjects.append(
        Subject(file: file, settings: settings, neighbours: neighbours, people: configurations.people(of: neighbours)))
      if rule.map(settings.rules.isOn) ?? false { copies.add(file.path, at: file.path, facts.turns, neighbours) }
    }
    self.subjects = subjects
    endings = subjects.reduce(into: configurations.endings) { $0.formUnion($1.neighbours.endings) }
  }

  public func basis(of subject: Subject) -> Basis {
    Basis(
      state: subject.file.state, settings: subject.settings, neighbours: subject.neighbours,
      states: subject.neighbours.paths.map(state), people: subject.people, copies: copies(of: subject))
  }

  /// The findings without fixes; nil where the file cannot be read any more or holds no transcript.
  public func judge(_ subject: Subject) -> Judgement? {
    guard let file = archive.read(subject.file.path, notation: subject.settings.notation), let reading = file.reading
    else { return nil }
    let rules = subject.settings.rules
    var surroundings = subject.neighbours.surroundings(for: rules, people: subject.people, archive.files)
    surroundings.copies = copies(of: subject)
    return Judgement(
      text: reading.text, findings: Judge.findings(in: reading, rules, surroundings, fixes: .none))
  }

  /// What files have much of the same transcript as some others, by the paths of those.
  public func copies(of subjects: [Subject]) -> [String: TranscriptCopies] {
    var found: [String: TranscriptCopies] = [:]
    for subject in subjects { found[subject.file.path] = copies(of: subject) }
    return found
  }

  /// The other files with much of the same transcript, by their names.
  public func copies(of subject: Subject) -> TranscriptCopies? {
    var found = copies.copies(of: subject.file.path)
    if let copy = found?.closest { found?.closest.name = archive.name(of: copy.name) }
    return found
  }

  private func state(_ path: String) -> FileState? {
    archive.open[path].map { .open(revision: $0.revision) } ?? (try? FileStatus(path)).map { .saved($0.stamp) }
  }
}
