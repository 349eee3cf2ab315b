import Files

/// The output to the client. Each message is written in one call if the system accepts it whole.
struct Output {
  let descriptor: Int32
  /// True when the client no longer listens.
  private(set) var isBroken = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    if !isBroken { isBroken = !writeAll(bytes, to: descriptor) }
  }
}
