import Platform

/// Runs the language server on two open file descriptors until the client ends it, and returns the exit code of the
/// process: 0 after `shutdown`, else 1.
///
/// The calling thread runs the session. The descriptors stay open; nothing else is written to the output.
/// Source: LSP 3.18, "Lifecycle Messages".
public func serve(input: Int32, output: Int32, version: String) -> Int32 {
  #if os(Linux)
    // Nothing else can be said while a message of megabytes is on its way, and through a larger pipe that takes half the time.
    // Source: fcntl(2), `F_SETPIPE_SZ`. It fails where the output is no pipe, which does no harm.
    let setPipeSize: Int32 = 1_031
    _ = fcntl(output, setPipeSize, 1 << 20)
  #endif
  return serve(input: input, output: output, version: version, Inbox(), pause: .seconds(1))
}

/// - Parameters:
///   - pause: how long after an edit the text counts as complete.
///   - partDelay: how long results are collected before a part of them is sent.
func serve(
  input: Int32, output: Int32, version: String, _ inbox: Inbox, pause: Duration,
  partDelay: Duration = .milliseconds(100)
) -> Int32 {
  // A client that has gone shows as a failed write, which is handled; the signal would kill the process.
  signal(SIGPIPE, SIG_IGN)
  defer { inbox.close() }
  detachThread {
    readMessages(from: input, into: inbox)
    Watchdog.watchOutput(output, inbox)
  }
  var session = Session(inbox: inbox, output: Output(descriptor: output), version: version, pause: pause)
  session.partDelay = partDelay
  return session.run()
}
