import Configuration
import Files
import Workspace

/// The files of one run: those that the user named, those in directories, the standard input, and what git holds.
struct Walk {
  struct File {
    var source: Source
    /// Whether the user named it; otherwise it was found in a directory.
    var isNamed: Bool
  }

  private var search: FileSearch
  /// What is not searched for: the standard input, and staged content by its path.
  private var given: [String?: Source] = [:]
  private var stagedFailures: [Failure] = []

  init(_ configurations: ConfigurationStore) {
    search = FileSearch(configurations)
  }

  /// The configurations of the files, which say what is excluded.
  var configurations: ConfigurationStore {
    get { search.configurations }
    set { search.configurations = newValue }
  }

  /// Files that were named and cannot be read.
  var failures: [Failure] { search.failures + stagedFailures }

  /// Sorted by name.
  var files: [File] {
    let found = search.files.map { File(source: .file($0.path), isNamed: $0.isNamed) }
    let all = found + given.values.map { File(source: $0, isNamed: true) }
    return all.sorted { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
  }

  /// Files that were found in a directory and are not read, which does not make the check fail.
  var unread: [Failure] { search.unread }

  /// Whether no file was found, not even an unreadable one.
  var isEmpty: Bool { files.isEmpty && unread.isEmpty }

  mutating func add(standardInput source: Source) { given[nil] = source }

  /// Adds a file, or all files below a directory. What the user named is added even if it is hidden or ignored.
  mutating func add(_ path: String) { search.add(path) }

  /// Adds the staged content of files, and of all files below directories.
  mutating func addStaged(_ paths: [String]) {
    let staged = StagedFiles(paths, configurations)
    for file in staged.found { given[file.path] = .staged(file) }
    stagedFailures += staged.failures
    configurations = staged.configurations
  }
}
