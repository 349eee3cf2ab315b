import Platform

/// Leaves when nobody is there any more: the client's process is gone, or its input has ended and it reads no answers.
///
/// Source: LSP 3.18, `InitializeParams.processId`.
/// An editor that crashes may leave the pipes open in another of its children, so the end of the input may never come.
enum Watchdog {
  /// How often is looked, and how long the session then has to leave by itself, in seconds.
  private static let interval: UInt32 = 2

  static func watch(_ process: Int, _ inbox: Inbox) {
    guard let process = pid_t(exactly: process), process > 0 else { return }
    detachThread {
      while isAlive(process) {
        sleep(interval)
        if inbox.isClosed { return }
      }
      inbox.post([.clientDied])
      // The session may stand in a write that nobody will ever read.
      sleep(interval)
      if !inbox.isClosed { _exit(1) }
    }
  }

  /// Waits while the session answers what came before the end of the input, and leaves when it stands in a write that the
  /// client does not read.
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

  /// A process of somebody else's that may not be signalled (EPERM) is alive.
  private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
}
