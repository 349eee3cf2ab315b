#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The way to the client. Each message leaves in one write where the system takes it whole.
struct Output {
  let descriptor: Int32
  /// True when the client no longer listens.
  private(set) var isBroken = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !isBroken, let base = rest.baseAddress, rest.count > 0 {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, base, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, base, rest.count)
      #else
        let count = Glibc.write(descriptor, base, rest.count)
      #endif
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        // Some clients hand over a pipe that does not block.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        isBroken = true
      }
    }
  }
}
