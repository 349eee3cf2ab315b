import Configuration
import Platform
import Rules
import Synchronization

/// The transcripts of a workspace with what lies around each, and where their turns stand a second time.
///
/// It follows the files: only what lies around a file that has changed is worked out again, and that is mostly the one in
/// which somebody types.
struct Dependencies: Sendable {
  /// Sorted by path.
  private(set) var subjects: [ArchiveCheck.Subject] = []
  private(set) var copies = CopyIndex()
  /// The configurations of the files, with what they have read.
  private(set) var configurations: ConfigurationStore?
  /// The search for the files; nil if the work on them was not finished.
  private var search: Int?

  /// - Parameter isCancelled: asked for each file; what is made is then of no use.
  mutating func follow(_ index: FileIndex, isCancelled: () -> Bool) {
    // After another search, any file may have another configuration or other files around it.
    if search != index.search { self = Dependencies() }
    search = nil
    var configurations = self.configurations.take() ?? index.configurations
    var added: [ArchiveCheck.Subject] = []
    var gone: Set<Int> = []
    for (old, new) in changes(to: index.files) {
      guard !isCancelled() else { return }
      let subject = new.flatMap { ArchiveCheck.Subject(index.files[$0], &configurations) }
      follow(subject, insteadOf: old)
      switch (old, subject) {
      case (let old?, let subject?): subjects[old] = subject
      case (let old?, nil): gone.insert(old)
      case (nil, let subject?): added.append(subject)
      case (nil, nil): break
      }
      giveWay()
    }
    if !added.isEmpty || !gone.isEmpty {
      subjects = subjects.indices.filter { !gone.contains($0) }.map { subjects[$0] } + added
      subjects.sort { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    }
    self.configurations = configurations
    search = index.search
  }

  /// The places of the subjects that are no longer what they were, and of the files that take their places.
  ///
  /// - Parameter files: sorted by path.
  private func changes(to files: [KnownFile]) -> [(old: Int?, new: Int?)] {
    var changes: [(old: Int?, new: Int?)] = []
    var old = 0
    for new in files.indices where files[new].facts != nil {
      while old < subjects.count, subjects[old].file.path != files[new].path,
        subjects[old].file.path.utf8.lexicographicallyPrecedes(files[new].path.utf8)
      {
        changes.append((old, nil))
        old += 1
      }
      guard old < subjects.count, subjects[old].file.path == files[new].path else {
        changes.append((nil, new))
        continue
      }
      if subjects[old].file.state != files[new].state || subjects[old].file.notation != files[new].notation {
        changes.append((old, new))
      }
      old += 1
    }
    return changes + (old..<subjects.count).map { ($0, nil) }
  }

  private mutating func follow(_ subject: ArchiveCheck.Subject?, insteadOf old: Int?) {
    if let subject, let facts = subject.file.facts, Self.rule.map(subject.settings.rules.isOn) ?? false {
      copies.add(subject.file.path, at: subject.file.path, facts.turns, subject.neighbours)
    } else if let old {
      copies.remove(subjects[old].file.path)
    }
  }

  private static let rule = Rule.named("transcript-duplicate")
}

/// Keeps up to date what the files of a workspace have to do with each other. It may be used from several threads.
public final class DependencyStore: Sendable {
  private let dependencies = Mutex(Dependencies())

  public init() {}

  func dependencies(in index: FileIndex, isCancelled: () -> Bool) -> Dependencies {
    dependencies.withLock { dependencies in
      dependencies.follow(index, isCancelled: isCancelled)
      return dependencies
    }
  }
}
