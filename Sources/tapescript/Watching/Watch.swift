import ArgumentParser
import Configuration
import Files
import Platform
import SourceText

/// Repeats a check whenever one of its files changes, until the user ends the program.
///
/// It looks at the modification times of all files again and again. That takes some milliseconds for thousands of
/// files, works in every directory, also over a network, and needs nothing specific to one system.
struct Watch {
  /// The time between two looks, in microseconds.
  static let interval: UInt32 = 250_000

  let paths: [String]
  let configurations: ConfigurationStore

  func run(_ check: () throws -> Void) throws {
    heedSignals()
    try refuseNothing()
    while true {
      // Taken before the check, so that a change during the check is noticed.
      let before = Snapshot(paths, configurations)
      // Clears the screen and the lines that were scrolled out of it. Source: ECMA-48, ED and CUP; xterm, "Erase Saved
      // Lines".
      if isatty(STDOUT_FILENO) != 0 { try printOut("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
      do { try check() } catch is ExitCode {}
      complain("tapescript: watching \(counted(before.count, "file")); Ctrl-C ends it")
      repeat { usleep(Self.interval) } while Snapshot(paths, configurations) == before
    }
  }

  /// A missing path, or a directory without a file, is a mistake of the user: nothing would ever be reported.
  private func refuseNothing() throws {
    var walk = Walk(configurations)
    for path in paths { walk.add(path) }
    for failure in walk.failures.sorted() { complain("tapescript: \(failure)") }
    if walk.failures.isEmpty, walk.files.isEmpty { complain("tapescript: there is no file to watch") }
    if walk.files.isEmpty || paths.contains(where: isMissing) { throw ExitStatus.failure }
  }

  private func isMissing(_ path: String) -> Bool { (try? FileStatus(path)) == nil }
}

/// Lets Ctrl-C end the program. Some programs start their children with this signal blocked or ignored, and there is no
/// other way to end this one.
private func heedSignals() {
  var signals = sigset_t()
  sigfillset(&signals)
  sigprocmask(SIG_UNBLOCK, &signals, nil)
  signal(SIGINT, SIG_DFL)
}

/// When the files and their configurations were last written.
struct Snapshot: Equatable {
  /// How many files are watched, without configurations.
  let count: Int
  private var stamps: [String: FileStatus.Stamp] = [:]

  init(_ paths: [String], _ configurations: ConfigurationStore) {
    var walk = Walk(configurations)
    for path in paths { walk.add(path) }
    var around: Set<String> = []
    var people: Set<PeopleFiles> = []
    for case .file(let path) in walk.files.map(\.source) {
      stamps[path] = (try? FileStatus(path))?.stamp
      let whole = absolutePath(path)
      let settings = walk.configurations.settings(for: whole)
      around.formUnion(walk.configurations.neighbours(of: whole, settings).paths)
      if let place = settings.people { people.insert(place) }
    }
    count = stamps.count
    for place in people { around.formUnion(walk.configurations.paths(of: place)) }
    for path in around { stamps[path] = (try? FileStatus(path))?.stamp }
    for path in walk.configurations.paths { stamps[path] = (try? FileStatus(path))?.stamp }
  }
}
