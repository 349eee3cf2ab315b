import Platform

/// Runs the body on a thread of its own. Nobody waits for it, and the process ends without asking it.
func detachThread(_ body: @escaping @Sendable () -> Void) {
  // Nested JSON is read recursively, and half a megabyte, what macOS gives, is too near to what that may take.
  guard let thread = startThread(stackSize: 4 << 20, body) else {
    // Without its reader the server would wait for ever.
    preconditionFailure("no thread could be started")
  }
  pthread_detach(thread)
}
