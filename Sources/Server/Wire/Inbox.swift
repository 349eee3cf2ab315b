import LSP

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where everything that happens to the session waits for its turn.
///
/// The reader and the watchdog post; the session takes, one event after another, and so needs no lock of its own. Two
/// questions look ahead of the turn: whether nothing waits, which is when diagnostics are published, and whether a
/// request that waits has been taken back.
final class Inbox: @unchecked Sendable {
  /// The closed set of what can happen.
  enum Event: Sendable {
    case message(Message)
    case fault(FrameReader.Fault)
    /// The client will send no more.
    case endOfInput
    /// The process that the client named is gone.
    case clientDied
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var events: [Event] = []
  private var next = 0
  private var waiting: Set<RequestID> = []
  private var cancelled: Set<RequestID> = []
  private var closed = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(arrival, nil)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(mutex)
    arrival.deallocate()
    mutex.deallocate()
  }

  /// Adds events in one step: what one read brought is seen together, so that a cancellation right behind its request
  /// is in time.
  func post(_ posted: [Event]) {
    guard !posted.isEmpty else { return }
    locked {
      for event in posted {
        guard case .message(let message) = event else { continue }
        switch message {
        case .request(let id, _, _): waiting.insert(id)
        case .notification("$/cancelRequest", let params):
          if let id = try? CancelParams(params).id, waiting.contains(id) { cancelled.insert(id) }
        default: break
        }
      }
      events += posted
      pthread_cond_signal(arrival)
    }
  }

  /// The next event; waits for one.
  func take() -> (event: Event, isCancelled: Bool) {
    locked {
      while next == events.count { pthread_cond_wait(arrival, mutex) }
      let event = events[next]
      // What was taken must not be held here: a document's text may be in it.
      events[next] = .endOfInput
      next += 1
      if next == events.count {
        events.removeAll(keepingCapacity: events.capacity < 1_000)
        next = 0
      }
      guard case .message(.request(let id, _, _)) = event else { return (event, false) }
      waiting.remove(id)
      return (event, cancelled.remove(id) != nil)
    }
  }

  var isEmpty: Bool { locked { next == events.count } }

  /// True once the session is over.
  var isClosed: Bool { locked { closed } }

  func close() { locked { closed = true } }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
