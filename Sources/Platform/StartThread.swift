/// Runs the body on a new thread, which must be joined or detached. It has the priority of the thread that starts it.
///
/// - Parameter stackSize: in bytes; what the system gives where this is nil.
/// - Returns: nil where the system has no thread left.
public func startThread(stackSize: Int? = nil, _ body: @escaping @Sendable () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  #if canImport(Darwin)
    // On Linux it is inherited.
    pthread_attr_set_qos_class_np(&attributes, qos_class_self(), 0)
  #endif
  if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
  let context = Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Darwin)
    var thread: pthread_t?
    let failure = pthread_create(&thread, &attributes, { runThread($0) }, context.toOpaque())
  #else
    var thread = pthread_t()
    let failure = pthread_create(&thread, &attributes, { runThread($0!) }, context.toOpaque())
  #endif
  if failure == 0 { return thread }
  context.release()
  return nil
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
