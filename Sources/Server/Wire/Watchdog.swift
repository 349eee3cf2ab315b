import Platform

/// Ends the process if the client's process has ended, or if the input has ended and the client reads no answers.
///
/// Source: LSP 3.18, `InitializeParams.processId`.
/// If an editor crashes, a child of it may keep the pipes open, so the end of the input may never come.
enum Watchdog {
  /// The time between two checks, and the time that the session then has to end by itself, in seconds.
  private static let interval: UInt32 = 2

  static func watch(_ process: Int, _ inbox: Inbox) {
    guard let process = pid_t(exactly: process), process > 0 else { return }
    detachThread {
      while isAlive(process) {
        sleep(interval)
        if inbox.isClosed { return }
      }
      inbox.post([.clientDied])
      // The session may be blocked in a write to a pipe that is not read any more.
      sleep(interval)
      if !inbox.isClosed { _exit(1) }
    }
  }

  /// Waits while the session answers the messages that came before the end of the input. Ends the process if the
  /// session is blocked in a write that the client does not read.
  static func watchOutput(_ descriptor: Int32, _ inbox: Inbox) {
    var progress = inbox.progress
    while !inbox.isClosed {
      sleep(interval)
      let last = progress
      progress = inbox.progress
      var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if progress == last, poll(&writable, 1, 0) == 0, !inbox.isClosed { _exit(1) }
    }
  }

  /// EPERM means that the process exists but belongs to another user.
  private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
}
