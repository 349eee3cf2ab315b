import LSP

/// A queue of all events for the session.
///
/// The threads that read the input, watch the client and work beside the session add events. The session takes them one by one, so it needs no
/// lock of its own. It can also ask whether the queue is empty, which is when diagnostics are published, and it learns
/// whether a waiting request was cancelled.
final class Inbox: @unchecked Sendable {
  /// All kinds of events.
  enum Event: Sendable {
    case message(Message)
    case fault(FrameReader.Fault)
    /// The input has ended.
    case endOfInput
    /// The client's process, whose id was sent with `initialize`, has ended.
    case clientDied
    /// The deadline of the session passed without another event.
    case pause
    /// Comes from work beside the session.
    case report(JobReport)

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

  /// Adds several events in one step, so that a cancellation that follows its request directly is still in time.
  func post(_ posted: consuming [Event]) {
    guard !posted.isEmpty else { return }
    var posted: [Event]? = consume posted
    condition.locked {
      for event in posted ?? [] {
        guard case .message(let message) = event else { continue }
        switch message {
        case .request(let id, _, _): waiting.insert(id)
        case .notification("$/cancelRequest", let params):
          if let id = try? CancelParams(params).id, waiting.contains(id) { cancelled.insert(id) }
        default: break
        }
      }
      events += posted.take() ?? []
      condition.signal()
    }
  }

  /// The next event. It waits for one until the deadline, which then counts as a pause.
  func take(until deadline: ContinuousClock.Instant? = nil) -> (event: Event, isCancelled: Bool) {
    condition.locked {
      while next == events.count {
        if let deadline, deadline <= .now { return (.pause, false) }
        condition.wait(until: deadline)
      }
      let event = events[next]
      // The place in the queue is cleared, since the event may hold the whole text of a document.
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
