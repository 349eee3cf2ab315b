import Configuration
import Files
import Formats
import Platform
import SourceText
import Synchronization

/// How work that takes long is watched: whether it is still wanted, and how far it is.
public struct Supervision: Sendable {
  public let isCancelled: @Sendable () -> Bool
  public let progress: @Sendable (_ done: Int, _ total: Int) -> Void

  public init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    (self.isCancelled, self.progress) = (isCancelled, progress)
  }
}

/// Which state of a file something was made from.
public enum FileState: Hashable, Sendable {
  case saved(FileStatus.Stamp)
  /// The text in the editor.
  case open(revision: Int)
}

/// A file of the workspace.
public struct KnownFile: Sendable {
  /// The absolute path.
  public let path: String
  /// For people: relative to the folder.
  public let name: String
  public internal(set) var state: FileState
  /// What the configuration says of its notation.
  public let notation: NotationChoice
  /// Nil where it holds no transcript, or cannot be read.
  public internal(set) var facts: Facts?
  /// Nil where it cannot be read.
  public internal(set) var links: FileLinks?
}

/// All files of a workspace.
public struct FileIndex: Sendable {
  /// Sorted by path.
  public var files: [KnownFile]
  /// Whether some files are left out, because there are too many.
  public var isCut: Bool
  /// The configurations of the files, as far as they are read.
  public var configurations: ConfigurationStore
  /// Equal only if nothing has changed between two indices of one store.
  public var generation: Int
}

/// Keeps the facts of all files of a workspace up to date.
///
/// Nothing is read before somebody asks, and only files that changed are read again. Of a file only its facts are kept. It
/// may be used from several threads: one brings the facts up to date, the others wait for them.
public final class FactStore: Sendable {
  /// How many files are read at most; those whose names have the ending of a text come first.
  public static let mostFiles = 10_000
  /// How many files are looked at by name.
  static let mostEntries = 100_000
  /// The largest file that is read for its facts, in bytes.
  static let largest = 16 << 20

  private struct Entry {
    var state: FileState
    var notation: NotationChoice
    var facts: Facts?
    var links: FileLinks?
  }

  fileprivate struct Listing {
    var folders: [String]
    /// Sorted by path, in their saved states.
    var files: [KnownFile]
    var isCut: Bool
    var configurations: ConfigurationStore
  }

  private struct State {
    /// Nil when the folders have to be searched again.
    var listing: Listing?
    /// How often something has changed.
    var changes = 0
    /// Another one whenever an index may differ from the one before.
    var generation = 0
    var entries: [String: Entry] = [:]
  }

  private let limit: Int
  private let state = Mutex(State())
  /// Held by the thread that brings the facts up to date.
  private let pass = Mutex(())

  /// - Parameter limit: how many files are read at most.
  public init(atMost limit: Int = mostFiles) {
    self.limit = limit
  }

  /// Notes that files or configurations may have changed. Many changes cost one search, when somebody asks again.
  public func noteChange() {
    state.withLock { state in
      state.changes += 1
      state.listing = nil
    }
  }

  /// All files with their facts. Nil where the work was cancelled; what has been read until then is kept.
  public func index(of archive: FileArchive, _ supervision: Supervision) -> FileIndex? {
    pass.withLock { _ in
      guard !supervision.isCancelled() else { return nil }
      var listing = listing(of: archive, supervision)
      let wanted = self.wanted(archive, &listing)
      read(wanted, archive, supervision)
      guard !supervision.isCancelled() else { return nil }
      return state.withLock { state in
        let paths = Set(wanted.map(\.path))
        if state.entries.count > paths.count {
          state.entries = state.entries.filter { paths.contains($0.key) }
          state.generation += 1
        }
        let files = wanted.map { wanted in
          var file = wanted
          (file.facts, file.links) = state.entries[file.path].map { ($0.facts, $0.links) } ?? (nil, nil)
          return file
        }
        return FileIndex(
          files: files, isCut: listing.isCut, configurations: listing.configurations, generation: state.generation)
      }
    }
  }

  /// How many files there are that would be read.
  public func fileCount(of archive: FileArchive, _ supervision: Supervision) -> Int {
    pass.withLock { _ in
      var listing = listing(of: archive, supervision)
      return wanted(archive, &listing).count
    }
  }

  /// The files in the folders, which are searched only after a change.
  private func listing(of archive: FileArchive, _ supervision: Supervision) -> Listing {
    let (known, changes) = state.withLock { ($0.listing, $0.changes) }
    if let known, known.folders == archive.folders { return known }
    var configurations = archive.configurations
    configurations.forget()
    var search = FileSearch(configurations, atMost: Self.mostEntries, isCancelled: supervision.isCancelled)
    for folder in archive.folders { search.add(folder, within: realPath(folder)) }
    let found = search.files
    let promising = found.filter { TextFile.promises($0.path) }
    let others = found.lazy.filter { !TextFile.promises($0.path) }
    let files = promising.prefix(limit) + others.prefix(max(0, limit - promising.count))
    var listing = Listing(
      folders: archive.folders, files: [], isCut: search.isCut || files.count < found.count,
      configurations: search.configurations)
    for file in files { listing.add(file.path, .saved(file.stamp), of: archive) }
    listing.sort()
    guard !supervision.isCancelled() else { return listing }
    state.withLock { state in
      state.generation += 1
      // A change meanwhile may concern a directory that was searched before.
      if state.changes == changes { state.listing = listing }
    }
    return listing
  }

  /// The files in the folders, and open ones that are not saved yet or lie elsewhere.
  private func wanted(_ archive: FileArchive, _ listing: inout Listing) -> [KnownFile] {
    var open = archive.open
    for index in listing.files.indices {
      guard let text = open.removeValue(forKey: listing.files[index].path) else { continue }
      listing.files[index].state = .open(revision: text.revision)
    }
    for (path, text) in open { listing.add(path, .open(revision: text.revision), of: archive) }
    if !open.isEmpty { listing.sort() }
    return listing.files
  }

  /// Reads the files whose facts are not known in this state.
  private func read(_ wanted: [KnownFile], _ archive: FileArchive, _ supervision: Supervision) {
    let unread = state.withLock { state in
      wanted.filter { wanted in
        guard let entry = state.entries[wanted.path] else { return true }
        return entry.state != wanted.state || entry.notation != wanted.notation
      }
    }
    guard !unread.isEmpty else { return }
    let count = unread.count
    state.withLock { $0.generation += 1 }
    _ = inParallel(unread, into: 0) { [self] wanted in
      guard !supervision.isCancelled() else { return }
      let file = archive.read(wanted.path, notation: wanted.notation, atMost: Self.largest)
      let facts = file.flatMap { file in
        file.reading.map { Facts($0, notation: file.notation ?? "", in: archive.encoding) }
      }
      let links = file.map { FileLinks(of: $0, at: wanted.path) }
      let entry = Entry(state: wanted.state, notation: wanted.notation, facts: facts, links: links)
      state.withLock { $0.entries[wanted.path] = entry }
    } _: { done, _ in
      done += 1
      supervision.progress(done, count)
    }
  }
}

extension FactStore.Listing {
  /// Adds a file, unless the configuration excludes it.
  fileprivate mutating func add(_ path: String, _ state: FileState, of archive: FileArchive) {
    let settings = configurations.settings(for: path)
    guard !settings.isExcluded else { return }
    files.append(
      KnownFile(
        path: path, name: archive.name(of: path), state: state, notation: settings.notation, facts: nil))
  }

  fileprivate mutating func sort() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
