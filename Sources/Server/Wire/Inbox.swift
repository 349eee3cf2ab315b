import LSP

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
    /// Nothing else has happened up to the time for which the session waited.
    case pause

    func isNotice(of method: String) -> Bool {
      if case .message(.notification(method, _)) = self { true } else { false }
    }
  }

  private let condition = Condition()
  private var events: [Event] = []
  private var next = 0
  private var waiting: Set<RequestID> = []
  private var cancelled: Set<RequestID> = []
  private var closed = false
  private var takenCount = 0

  /// Adds events in one step: what one read brought is seen together, so that a cancellation right behind its request
  /// is in time.
  func post(_ posted: [Event]) {
    guard !posted.isEmpty else { return }
    condition.locked {
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
      condition.signal()
    }
  }

  /// The next event; waits for one, or up to the deadline, which is a pause.
  func take(until deadline: ContinuousClock.Instant? = nil) -> (event: Event, isCancelled: Bool) {
    condition.locked {
      while next == events.count {
        if let deadline, deadline <= .now { return (.pause, false) }
        condition.wait(until: deadline)
      }
      let event = events[next]
      // What was taken must not be held here: a document's text may be in it.
      events[next] = .endOfInput
      next += 1
      takenCount += 1
      if next == events.count {
        events.removeAll(keepingCapacity: events.capacity < 1_000)
        next = 0
      }
      guard case .message(.request(let id, _, _)) = event else { return (event, false) }
      waiting.remove(id)
      return (event, cancelled.remove(id) != nil)
    }
  }

  var isEmpty: Bool { condition.locked { next == events.count } }

  /// How many events were taken so far.
  var progress: Int { condition.locked { takenCount } }

  /// True once the session is over.
  var isClosed: Bool { condition.locked { closed } }

  func close() { condition.locked { closed = true } }
}
