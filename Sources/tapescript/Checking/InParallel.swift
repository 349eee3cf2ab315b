import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The results for all items in their order, worked out on all cores.
///
/// Plain threads: an asynchronous `main` alone would cost more than a small file.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let helpers = min(items.count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1
  guard helpers > 0 else { return items.map(work) }
  let next = Counter()
  let results = Slots<Result>(count: items.count)
  let workThrough: @Sendable () -> Void = {
    while case let index = next.take(), index < items.count { results[index] = work(items[index]) }
  }
  let threads = (0..<helpers).compactMap { _ in startThread(workThrough) }
  workThrough()
  for thread in threads { pthread_join(thread, nil) }
  return results.all
}

private final class Counter: Sendable {
  private let value = Atomic(0)

  func take() -> Int { value.add(1, ordering: .relaxed).oldValue }
}

/// A place for each result. Each is written once by one thread, and read when all threads have been joined.
private final class Slots<Result: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  subscript(index: Int) -> Result {
    get { slots[index]! }
    set { slots[index] = newValue }
  }

  var all: [Result] { slots.map { $0! } }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Nil where the system has no thread left: then the others do the work.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let context = Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Darwin)
    var thread: pthread_t?
    let failure = pthread_create(&thread, nil, { runThread($0) }, context.toOpaque())
  #else
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, { runThread($0!) }, context.toOpaque())
  #endif
  if failure == 0 { return thread }
  context.release()
  return nil
}

private func runThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
