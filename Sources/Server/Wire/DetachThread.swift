import Platform

/// Runs the body on a thread of its own. No code waits for this thread, and it does not keep the process alive.
func detachThread(_ body: @escaping @Sendable () -> Void) {
  // Nested JSON is read recursively. The default stack on macOS, half a megabyte, is too close to what that may need.
  guard let thread = startThread(stackSize: 4 << 20, body) else {
    // Without the thread that reads its input, the server would wait for ever.
    preconditionFailure("no thread could be started")
  }
  pthread_detach(thread)
}
