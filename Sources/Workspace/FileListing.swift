import Configuration
import Files
import SourceText

/// The files in the folders of a workspace, without their facts, sorted by path.
struct FileListing: Sendable {
  private(set) var files: [KnownFile] = []
  /// Whether some files are left out, because there are too many.
  private(set) var isCut = false
  private(set) var configurations: ConfigurationStore
  /// Another one for each search of the folders.
  private(set) var search = 0
  private let folders: [String]
  /// How often something had changed before the search.
  private var changes = 0
  /// What files of people are looked for.
  private var people: Set<PeopleFiles> = []
  /// The files that have changed since the search.
  private(set) var touched: [String] = []

  /// Searches the folders.
  ///
  /// - Parameters:
  ///   - limit: how many files there are at most; those whose names have the ending of a text come first.
  ///   - changes: how often something has changed until now.
  ///   - number: of the search.
  init(
    _ archive: FileArchive, atMost limit: Int, _ changes: Int, number: Int, _ supervision: Supervision
  ) {
    var fresh = archive.configurations
    fresh.forget()
    var search = FileSearch(fresh, atMost: FactStore.mostEntries, isCancelled: supervision.isCancelled)
    for folder in archive.folders { search.add(folder, within: realPath(folder)) }
    let found = search.files
    let promising = found.filter { TextFile.promises($0.path) }
    let others = found.lazy.filter { !TextFile.promises($0.path) }
    let chosen = promising.prefix(limit) + others.prefix(max(0, limit - promising.count))
    (folders, configurations) = (archive.folders, search.configurations)
    (self.search, self.changes, isCut) = (number, changes, search.isCut || chosen.count < found.count)
    for file in chosen { add(file.path, .saved(file.stamp), archive) }
    sort()
  }

  /// The open texts alone, sorted by path.
  init(_ archive: FileArchive, open: [String: OpenText], _ configurations: ConfigurationStore) {
    (folders, self.configurations) = (archive.folders, configurations)
    for (path, text) in open { add(path, .open(revision: text.revision), archive) }
    sort()
  }

  /// Whether the folders of an archive need not be searched.
  ///
  /// - Parameter changes: how often something has changed until now.
  func isOf(_ archive: FileArchive, _ changes: Int) -> Bool {
    self.changes == changes && folders == archive.folders
  }

  /// Looks at files again that have changed; false where the folders have to be searched.
  mutating func touch(_ paths: Set<String>) -> Bool {
    var states: [(place: Int, state: FileState)] = []
    for path in paths {
      guard let place = place(of: path), !people.contains(where: { $0.contains(path) }),
        let status = try? FileStatus(path), status.kind == .file, status.names == 1
      else { return false }
      states.append((place, .saved(status.stamp)))
    }
    guard configurations.paths.isDisjoint(with: paths) else { return false }
    for (place, state) in states where files[place].state != state {
      files[place].state = state
      touched.append(files[place].path)
    }
    return true
  }

  /// The place of the file with a path; nil where the folders have none.
  func place(of path: String) -> Int? { files.place(of: path) }

  /// A file as it is in an archive, open or saved; nil if there is none, or the configuration excludes it.
  func file(_ path: String, _ archive: FileArchive) -> KnownFile? {
    guard let text = archive.open[path] else { return place(of: path).map { files[$0] } }
    guard let place = place(of: path) else {
      return FileListing(archive, open: [path: text], configurations).files.first
    }
    var file = files[place]
    file.state = .open(revision: text.revision)
    return file
  }

  /// Adds a file, unless the configuration excludes it.
  private mutating func add(_ path: String, _ state: FileState, _ archive: FileArchive) {
    let settings = configurations.settings(for: path)
    guard !settings.isExcluded else { return }
    if let people = settings.people { self.people.insert(people) }
    files.append(
      KnownFile(
        path: path, name: archive.name(of: path), state: state, notation: settings.notation, facts: nil))
  }

  private mutating func sort() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// The files of a listing, and over them the texts that are open.
struct OverlaidListing: Sendable {
  /// Sorted by path.
  var files: [KnownFile]
  /// The number of the search for the files.
  let search: Int
  /// The open texts, by path.
  private var revisions: [String: Int] = [:]
  /// How many of the changes since the search are known.
  private var touches = 0

  /// Which files have another state than before.
  struct Changed {
    /// Whether no file was added, changed or taken away.
    var isEmpty = true
    /// Where those that are there stand now.
    var places: [Int] = []
  }

  init(_ listing: FileListing) {
    (files, search, touches) = (listing.files, listing.search, listing.touched.count)
  }

  /// Follows the files that have changed, and lays the texts over them that are open now.
  mutating func lay(_ archive: FileArchive, over listing: FileListing) -> Changed {
    let paths = Set(revisions.keys).union(archive.open.keys).filter { revisions[$0] != archive.open[$0]?.revision }
      .union(listing.touched[touches...])
    touches = listing.touched.count
    var changed = Changed()
    for path in paths {
      let place = files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
      let old = place..<(files[place...].first?.path == path ? place + 1 : place)
      let new = listing.file(path, archive).map { [$0] } ?? []
      if old.count == new.count, zip(files[old], new).allSatisfy({ $0.state == $1.state }) { continue }
      if old.count == new.count { files[place] = new[0] } else { files.replaceSubrange(old, with: new) }
      changed.isEmpty = false
    }
    changed.places = paths.compactMap(files.place)
    revisions = archive.open.mapValues(\.revision)
    return changed
  }
}

extension [KnownFile] {
  /// The place of the file with a path among files that are sorted by path.
  fileprivate func place(of path: String) -> Int? {
    let place = partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
    return place < count && self[place].path == path ? place : nil
  }
}
