import LSP
import Testing

@testable import Server

@Suite struct InboxTests {
  private func isPause(_ event: Inbox.Event) -> Bool {
    if case .pause = event { true } else { false }
  }

  @Test func nothingUpToTheDeadlineIsAPause() {
    let inbox = Inbox()
    #expect(isPause(inbox.take(until: .now - .seconds(1)).event))
    let deadline = ContinuousClock.now + .milliseconds(20)
    #expect(isPause(inbox.take(until: deadline).event))
    #expect(ContinuousClock.now >= deadline, "it is not before the deadline")
    #expect(inbox.isEmpty)
  }

  /// What waits comes first, however late it is.
  @Test func whatWaitsIsNoPause() {
    let inbox = Inbox()
    inbox.post([.clientDied])
    let taken = inbox.take(until: .now - .seconds(1)).event
    #expect(!isPause(taken))
    #expect(isPause(inbox.take(until: .now).event))
  }

  /// What comes while the session waits ends the wait: the deadline is an hour away.
  @Test func whatComesEndsTheWait() {
    let inbox = Inbox()
    detachThread { inbox.post([.message(.notification(method: "exit", params: .null))]) }
    let taken = inbox.take(until: .now + .seconds(3_600)).event
    #expect(!isPause(taken))
  }
}
