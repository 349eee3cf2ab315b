#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs the body on a thread of its own that nobody waits for. The process ends without asking it.
func detachThread(_ body: @escaping @Sendable () -> Void) {
  let context = Unmanaged.passRetained(ThreadBody(body)).toOpaque()
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  // Nested JSON is read recursively, and half a megabyte, what macOS gives, is too near to what that may take.
  pthread_attr_setstacksize(&attributes, 4 << 20)
  #if canImport(Darwin)
    var thread: pthread_t?
    let failure = pthread_create(&thread, &attributes, { runThread($0) }, context)
  #else
    var thread = pthread_t()
    let failure = pthread_create(&thread, &attributes, { runThread($0!) }, context)
  #endif
  // Without its reader the server would wait for ever.
  precondition(failure == 0, "no thread could be started")
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
