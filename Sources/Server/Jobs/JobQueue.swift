import Platform
import Synchronization

/// Runs work beside the session, on a few threads that give way to it.
final class JobQueue: Sendable {
  /// So many jobs run at the same time; further ones wait.
  private static let mostThreads = 4

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var threads = 0
  }

  private let state = Mutex(State())

  /// - Returns: false where the system has no thread left, and the work will never be done.
  func add(_ work: @escaping @Sendable () -> Void) -> Bool {
    let needsThread = state.withLock { state in
      state.waiting.append(work)
      guard state.threads < Self.mostThreads else { return false }
      state.threads += 1
      return true
    }
    guard needsThread else { return true }
    // Rules and readers may need as much stack as on the main thread.
    if let thread = startThread(stackSize: 8 << 20, { self.runAll() }) {
      pthread_detach(thread)
      return true
    }
    return state.withLock { state in
      state.threads -= 1
      if state.threads == 0 { state.waiting = [] }
      return state.threads > 0
    }
  }

  private func runAll() {
    yieldToOtherThreads()
    while let work = next() { work() }
  }

  /// The thread ends when nothing waits.
  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.threads -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
