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

  /// Whether its text is that in the editor.
  public var isOpen: Bool { if case .open = state { true } else { false } }
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
  /// Equal only if the folders were not searched again between two indices of one store.
  var search: Int
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

  /// Is told of files when their facts are known, on any thread, and maybe more than once of the same.
  public typealias Listener = @Sendable ([KnownFile]) -> Void

  private struct Entry {
    var state: FileState
    var notation: NotationChoice
    var facts: Facts?
    var links: FileLinks?

    func isAbout(_ file: KnownFile) -> Bool { state == file.state && notation == file.notation }
  }

  private struct State {
    /// The folders as they were last searched; nil before the first search.
    var listing: FileListing?
    /// The files as they were last told; nil if that was not finished, and while it is brought up to date.
    var known: OverlaidListing?
    /// Another one whenever an index may differ from the one before.
    var generation = 0
    /// By path: what was read from the disk, and from open texts.
    var saved: [String: Entry] = [:]
    var open: [String: Entry] = [:]
    /// The files that are being read, with those that were read before.
    var wanted: [KnownFile] = []
    var listeners: [Int: Listener] = [:]
    var lastListener = 0

    subscript(file: KnownFile) -> Entry? {
      get { file.isOpen ? open[file.path] : saved[file.path] }
      set { if file.isOpen { open[file.path] = newValue } else { saved[file.path] = newValue } }
    }

    /// A file with its facts; nil if it has to be read.
    func withFacts(_ file: KnownFile) -> KnownFile? {
      guard let entry = self[file], entry.isAbout(file) else { return nil }
      var file = file
      (file.facts, file.links) = (entry.facts, entry.links)
      return file
    }
  }

  private let limit: Int
  private let state = Mutex(State())
  /// How often something has changed.
  private let changes = Atomic(0)
  /// The paths of files that have changed since the facts were last brought up to date.
  private let touched = Mutex<Set<String>>([])
  /// Held by the thread that brings the facts up to date.
  private let pass = Mutex(())

  /// - Parameter limit: how many files are read at most.
  public init(atMost limit: Int = mostFiles) {
    self.limit = limit
  }

  /// Notes that files or configurations may have changed. Many changes cost one search, when somebody asks again. It does not
  /// wait for threads that read.
  public func noteChange() { changes.add(1, ordering: .relaxed) }

  /// Notes that what stands in some files may have changed, and nothing else. Where these are no configurations and nothing that
  /// configurations name, the folders need not be searched.
  public func noteChange(of paths: [String]) { touched.withLock { $0.formUnion(paths) } }

  /// All files with their facts. Nil where the work was cancelled; what has been read until then is kept.
  ///
  /// - Parameters:
  ///   - threads: how many read at the same time; nil for one on each core.
  ///   - listener: is told of the open texts before the folders are searched, and of the other files as they are read, by
  ///     whomever. It is told of none where the folders need not be searched.
  public func index(
    of archive: FileArchive, _ supervision: Supervision, threads: Int? = nil, listener: Listener? = nil
  ) -> FileIndex? {
    let number = listener.flatMap { listen($0, archive, supervision) }
    defer { if let number { state.withLock { $0.listeners[number] = nil } } }
    return pass.withLock { _ in
      guard !supervision.isCancelled() else { return nil }
      let listing = listing(of: archive, supervision)
      guard !supervision.isCancelled() else { return nil }
      var known = state.withLock { state in
        defer { state.known = nil }
        return state.known.flatMap { $0.search == listing.search ? $0 : nil }
      }
      let isFirst = known == nil
      // Nobody else may have it, or all of it would be copied.
      var files = known.take() ?? OverlaidListing(listing)
      let changed = files.lay(archive, over: listing)
      read(
        isFirst ? Array(files.files.indices) : changed.places, of: &files, archive, supervision, threads, tells: isFirst
      )
      guard !supervision.isCancelled() else { return nil }
      return state.withLock { state in
        if !isFirst, !changed.isEmpty { state.generation += 1 }
        if state.saved.count > listing.files.count {
          state.saved = state.saved.filter { listing.place(of: $0.key) != nil }
        }
        if state.open.count > archive.open.count { state.open = state.open.filter { archive.open[$0.key] != nil } }
        state.known = files
        return FileIndex(
          files: files.files, isCut: listing.isCut, configurations: listing.configurations,
          generation: state.generation, search: listing.search)
      }
    }
  }

  /// How many files there are that would be read.
  public func fileCount(of archive: FileArchive, _ supervision: Supervision) -> Int {
    pass.withLock { _ in
      let listing = listing(of: archive, supervision)
      return listing.files.count
        + archive.open.keys.count { listing.place(of: $0) == nil && listing.file($0, archive) != nil }
    }
  }

  /// The files in the folders, which are searched only after a change.
  private func listing(of archive: FileArchive, _ supervision: Supervision) -> FileListing {
    let touched = touched.withLock { touched in
      defer { touched = [] }
      return touched
    }
    let changes = changes.load(ordering: .relaxed)
    let known = state.withLock { $0.listing }
    if var known, known.isOf(archive, changes) {
      if touched.isEmpty { return known }
      if known.touch(touched) {
        state.withLock { $0.listing = known }
        return known
      }
    }
    let listing = FileListing(archive, atMost: limit, changes, number: (known?.search ?? 0) + 1, supervision)
    guard !supervision.isCancelled() else { return listing }
    state.withLock { state in
      state.generation += 1
      // A change meanwhile may concern a directory that was searched before, and then the number of changes differs.
      state.listing = listing
    }
    return listing
  }
}

// MARK: - Reading

extension FactStore {
  /// Reads those of some files whose facts are not known in their state.
  ///
  /// - Parameter tells: whether listeners are told of the others, too.
  private func read(
    _ places: [Int], of files: inout OverlaidListing, _ archive: FileArchive, _ supervision: Supervision,
    _ threads: Int?, tells: Bool
  ) {
    var unread: [Int] = []
    for place in places {
      // The lock is not held for long, since others may wait for it.
      if let known = state.withLock({ $0.withFacts(files.files[place]) }) {
        files.files[place] = known
      } else {
        unread.append(place)
      }
    }
    guard !unread.isEmpty || tells else { return }
    if tells { tell(files.files, but: Set(unread)) }
    if !unread.isEmpty { state.withLock { $0.generation += 1 } }
    let count = unread.count
    let results = inParallel(unread.map { files.files[$0] }, into: [KnownFile](), threads: threads) { [self] wanted in
      guard !supervision.isCancelled() else { return wanted }
      let file = read(wanted, archive)
      for listener in state.withLock({ Array($0.listeners.values) }) { listener([file]) }
      giveWay()
      return file
    } _: { done, file in
      done.append(file)
      supervision.progress(done.count, count)
    }
    state.withLock { $0.wanted = [] }
    for (place, file) in zip(unread, results) { files.files[place] = file }
  }

  /// Reads a file, and keeps its facts.
  private func read(_ wanted: KnownFile, _ archive: FileArchive) -> KnownFile {
    let text = archive.read(wanted.path, notation: wanted.notation, atMost: Self.largest)
    var file = wanted
    file.facts = text.flatMap { text in
      text.reading.map { Facts($0, notation: text.notation ?? "", in: archive.encoding) }
    }
    file.links = text.map { FileLinks(of: $0, at: wanted.path) }
    let entry = Entry(state: file.state, notation: file.notation, facts: file.facts, links: file.links)
    state.withLock { $0[file] = entry }
    return file
  }
}

// MARK: - Listeners

extension FactStore {
  /// Tells a listener of what is open and of what is known, and from now on of what is read. Returns its number; nil where
  /// the folders need not be searched.
  private func listen(
    _ listener: @escaping Listener, _ archive: FileArchive, _ supervision: Supervision
  ) -> Int? {
    let changes = changes.load(ordering: .relaxed)
    let isKnown = state.withLock { state in
      state.known.map { known in state.listing.map { $0.search == known.search && $0.isOf(archive, changes) } ?? false }
    }
    guard isKnown != true else { return nil }
    let open = FileListing(archive, open: archive.open, archive.configurations)
    for wanted in open.files {
      guard !supervision.isCancelled() else { break }
      listener([state.withLock { $0.withFacts(wanted) } ?? read(wanted, archive)])
    }
    let (number, known) = state.withLock { state in
      state.lastListener += 1
      state.listeners[state.lastListener] = listener
      return (state.lastListener, state.wanted.compactMap { state.withFacts($0) })
    }
    if !known.isEmpty { listener(known) }
    return number
  }

  /// Tells of all files but those at some places, which are read next.
  private func tell(_ files: [KnownFile], but unread: Set<Int>) {
    let listeners = state.withLock { state in
      state.wanted = files
      return Array(state.listeners.values)
    }
    guard !listeners.isEmpty, unread.count < files.count else { return }
    let known = files.indices.filter { !unread.contains($0) }.map { files[$0] }
    for listener in listeners { listener(known) }
  }
}
