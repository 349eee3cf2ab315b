/// The marks beside a field: a few bytes that are compared with each line, so they lie in the value itself.
struct Marks: Sendable, Hashable, RandomAccessCollection {
  /// In bytes.
  static let longest = 16

  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0

  init() {}

  /// - Parameter bytes: at most `longest`.
  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where count < Self.longest {
      if count < 8 { low |= UInt64(byte) << (count * 8) } else { high |= UInt64(byte) << ((count - 8) * 8) }
      count += 1
    }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: index < 8 ? low >> (index * 8) : high >> ((index - 8) * 8))
  }
}
