import LSP
import Synchronization
import Workspace

/// Sends the symbols that fit while files are still being read: those of open texts at once, others some at a time.
final class SymbolStream: Sendable {
  private struct State {
    var search: SymbolSearch
    /// The paths of the files that were looked at.
    var seen: Set<String> = []
    /// When the next symbols are sent.
    var due: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let job: Job
  /// How long symbols are collected before they are sent.
  private let pause: Duration

  init(_ search: SymbolSearch, _ job: Job, pause: Duration) {
    state = Mutex(State(search: search, due: .now + pause))
    (self.job, self.pause) = (job, pause)
  }

  /// Looks for symbols in files, if that was not done before.
  func take(_ files: [KnownFile]) {
    state.withLock { state in
      let isOpen = files.contains(where: \.isOpen)
      guard (try? look(at: files, &state)) != nil, isOpen || .now >= state.due else { return }
      send(state.search.take(awaitsMore: true))
      state.due = .now + pause
    }
  }

  /// Looks at all files that were not looked at, and sends what is left.
  func finish(_ files: [KnownFile]) throws(Cancelled) {
    let isDone = state.withLock { state in
      guard (try? look(at: files, &state)) != nil else { return false }
      send(state.search.take())
      return true
    }
    guard isDone else { throw Cancelled() }
  }

  private func look(at files: [KnownFile], _ state: inout State) throws(Cancelled) {
    let new = files.filter { state.seen.insert($0.path).inserted }
    try state.search.add(new, job)
  }

  /// In pieces that a client can show while the next one is read.
  private func send(_ symbols: [WorkspaceSymbol]) {
    for start in stride(from: 0, to: symbols.count, by: Self.pieceCount) {
      let piece = symbols[start..<min(start + Self.pieceCount, symbols.count)]
      job.send { $0.array { for symbol in piece { symbol.write(to: &$0) } } }
    }
  }

  private static let pieceCount = 100
}
