#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Leaves when the client's process is gone. Source: LSP 3.18, `InitializeParams.processId`.
///
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

  /// A process of somebody else's that may not be signalled (EPERM) is alive.
  private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
}
