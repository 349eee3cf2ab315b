import LSP
import Synchronization
import Workspace

/// What was last told of the findings in files that are not open, so that what did not change is not judged again. A client
/// asks again every few seconds.
final class ReportStore: Sendable {
  struct Report: Sendable {
    let basis: ArchiveCheck.Basis
    /// Names the list of findings.
    let resultID: String
    let isEmpty: Bool
  }

  private struct State {
    /// Of the index from which all reports were made; nil if some are older.
    var generation: Int?
    var reports: [String: Report] = [:]
  }

  private let state = Mutex(State())

  /// The last report about a file.
  subscript(path: String) -> Report? { state.withLock { $0.reports[path] } }

  func note(_ report: Report, of path: String) { state.withLock { $0.reports[path] = report } }

  /// Notes that all files of an index were reported, and forgets others.
  func finish(_ generation: Int, _ paths: Set<String>) {
    state.withLock { state in
      state.generation = generation
      state.reports = state.reports.filter { paths.contains($0.key) }
    }
  }

  /// All reports by path, if nothing has changed since they were made.
  func all(of generation: Int) -> [String: Report]? {
    state.withLock { $0.generation == generation ? $0.reports : nil }
  }
}
