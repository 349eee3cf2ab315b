import Synchronization

/// Works on all items on all cores, and adds the results to a total in the order of the items. A result is added as
/// soon as it and all results before it are ready.
///
/// Plain threads are used: an asynchronous `main` alone would cost more than the check of a small file.
///
/// - Parameter threads: how many work at the most; nil for one on each core.
public func inParallel<Item: Sendable, Result: Sendable, Total: Sendable>(
  _ items: [Item], into total: Total, threads: Int? = nil, _ work: @escaping @Sendable (Item) -> Result,
  _ add: @escaping @Sendable (inout Total, Result) -> Void
) -> Total {
  let helpers = min(items.count, threads ?? coreCount) - 1
  let queue = Queue(total, count: items.count, add)
  let workThrough: @Sendable () -> Void = {
    while let index = queue.take() { queue.put(work(items[index]), at: index) }
  }
  // If the system can start no more threads, the others do the work.
  let threads = (0..<max(0, helpers)).compactMap { _ in startThread(workThrough) }
  workThrough()
  for thread in threads { pthread_join(thread, nil) }
  return queue.total
}

/// How many processors there are.
public var coreCount: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

/// The results for all items in their order, worked out on all cores.
public func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  inParallel(items, into: [], work) { $0.append($1) }
}

/// Hands out the numbers of items, and keeps each result until all results before it are ready.
private final class Queue<Total: Sendable, Result: Sendable>: Sendable {
  private struct State: Sendable {
    var total: Total
    var next = 0
    var waiting: [Int: Result] = [:]
  }

  private let taken = Atomic(0)
  private let state: Mutex<State>
  private let count: Int
  private let add: @Sendable (inout Total, Result) -> Void

  init(_ total: Total, count: Int, _ add: @escaping @Sendable (inout Total, Result) -> Void) {
    state = Mutex(State(total: total))
    self.count = count
    self.add = add
  }

  /// Nil when all items are handed out.
  func take() -> Int? {
    let index = taken.add(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  func put(_ result: Result, at index: Int) {
    state.withLock { state in
      state.waiting[index] = result
      while let result = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        add(&state.total, result)
      }
    }
  }

  var total: Total { state.withLock { $0.total } }
}
