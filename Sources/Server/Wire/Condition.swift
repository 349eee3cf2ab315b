import Platform

/// A lock together with a condition variable, to wait for a change that another thread makes.
final class Condition: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    defer { pthread_condattr_destroy(&attributes) }
    #if !canImport(Darwin)
      // The system clock may be set back while a thread waits.
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    #endif
    pthread_cond_init(arrival, &attributes)
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(mutex)
    arrival.deallocate()
    mutex.deallocate()
  }

  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Wakes one waiting thread.
  func signal() { pthread_cond_signal(arrival) }

  /// Releases the lock until a signal comes or the deadline passes; nil waits for ever. It may also return without
  /// either.
  func wait(until deadline: ContinuousClock.Instant?) {
    guard let deadline else {
      pthread_cond_wait(arrival, mutex)
      return
    }
    let left = max(.zero, deadline - .now).components
    let nanoseconds = Int(left.attoseconds / 1_000_000_000)
    #if canImport(Darwin)
      var span = timespec(tv_sec: Int(left.seconds), tv_nsec: nanoseconds)
      pthread_cond_timedwait_relative_np(arrival, mutex, &span)
    #else
      var end = timespec()
      clock_gettime(CLOCK_MONOTONIC, &end)
      let sum = Int(end.tv_nsec) + nanoseconds
      end = timespec(tv_sec: end.tv_sec + Int(left.seconds) + sum / 1_000_000_000, tv_nsec: sum % 1_000_000_000)
      pthread_cond_timedwait(arrival, mutex, &end)
    #endif
  }
}
