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

    /// Nil where the configuration has a mistake.
    init?(_ file: KnownFile, _ configurations: inout ConfigurationStore) {
      guard configurations.chain(for: file.path)?.isWrong != true else { return nil }
      self.file = file
      settings = configurations.settings(for: file.path)
      neighbours = configurations.neighbours(of: file.path, settings)
      people = configurations.people(of: neighbours)
    }
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

  private let archive: FileArchive
  private let dependencies: Dependencies

  /// - Parameters:
  ///   - store: keeps what the files have to do with each other from one check to the next.
  ///   - isCancelled: asked for each file; what is made is then of no use.
  public init(
    _ index: FileIndex, _ archive: FileArchive, _ store: DependencyStore, isCancelled: () -> Bool = { false }
  ) {
    self.archive = archive
    dependencies = store.dependencies(in: index, isCancelled: isCancelled)
  }

  /// The transcripts, sorted by path. Those whose configuration has a mistake are left out, since their findings might not
  /// be the intended ones.
  public var subjects: [Subject] { dependencies.subjects }

  /// The endings of the names of all files on which the findings depend besides the transcripts.
  public var endings: Set<String> {
    subjects.reduce(into: dependencies.configurations?.endings ?? []) { $0.formUnion($1.neighbours.endings) }
  }

  public func basis(of subject: Subject) -> Basis {
    Basis(
      state: subject.file.state, settings: subject.settings, neighbours: subject.neighbours,
      states: subject.neighbours.paths.map(state), people: subject.people, copies: copies(of: subject.file.path))
  }

  /// The findings without fixes; nil where the file cannot be read any more or holds no transcript.
  public func judge(_ subject: Subject) -> Judgement? {
    guard let file = archive.read(subject.file.path, notation: subject.settings.notation), let reading = file.reading
    else { return nil }
    let rules = subject.settings.rules
    var surroundings = subject.neighbours.surroundings(for: rules, people: subject.people, archive.files)
    surroundings.copies = copies(of: subject.file.path)
    return Judgement(
      text: reading.text, findings: Judge.findings(in: reading, rules, surroundings, fixes: .none))
  }

  /// What files have much of the same transcript as those that are open, by the paths of these.
  public func copiesOfOpenFiles() -> [String: TranscriptCopies] {
    var found: [String: TranscriptCopies] = [:]
    for path in archive.open.keys { found[path] = copies(of: path) }
    return found
  }

  /// The other files with much of the same transcript as one, by their names.
  private func copies(of path: String) -> TranscriptCopies? {
    var found = dependencies.copies.copies(of: path)
    if let copy = found?.closest { found?.closest.name = archive.name(of: copy.name) }
    return found
  }

  private func state(_ path: String) -> FileState? {
    archive.open[path].map { .open(revision: $0.revision) } ?? (try? FileStatus(path)).map { .saved($0.stamp) }
  }
}
