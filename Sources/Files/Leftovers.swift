import Platform
import Synchronization

/// The temporary files of this process, so that a signal that ends the process removes them.
///
/// A signal handler may call very few functions (POSIX.1-2017, 2.4.3). It finds the names in memory that is never
/// moved, and calls `unlink`.
enum Leftovers {
  /// More than the number of threads that write at the same time.
  fileprivate static let count = 64
  fileprivate static let longest = Int(PATH_MAX)

  fileprivate struct Table: @unchecked Sendable {
    /// For each file: a byte that says whether the place is in use, then the bytes of the path.
    let places = UnsafeMutablePointer<CChar>.allocate(capacity: count * (longest + 1))

    init() { places.initialize(repeating: 0, count: count * (longest + 1)) }

    func place(_ number: Int) -> UnsafeMutablePointer<CChar> { places + number * (longest + 1) }
  }

  fileprivate static let table = Table()
  private static let isHeeded = Mutex(false)
  private static let lock = Mutex(())

  /// Notes the path of a file that will be made; nil where the table is full.
  static func note(_ path: String) -> Int? {
    heedSignals()
    let bytes = path.utf8CString
    guard bytes.count <= longest else { return nil }
    return lock.withLock { _ in
      guard let number = (0..<count).first(where: { table.place($0).pointee == 0 }) else { return nil }
      let place = table.place(number)
      for (index, byte) in bytes.enumerated() { place[index + 1] = byte }
      place.pointee = 1
      return number
    }
  }

  /// Forgets a file that was removed or moved to its target.
  static func forget(_ number: Int?) {
    guard let number else { return }
    lock.withLock { _ in table.place(number).pointee = 0 }
  }

  /// A signal that the process ignores stays ignored.
  private static func heedSignals() {
    isHeeded.withLock { isHeeded in
      guard !isHeeded else { return }
      isHeeded = true
      _ = table
      for number in [SIGINT, SIGTERM, SIGHUP] {
        if let previous = signal(number, removeLeftovers) { signal(number, previous) }
      }
    }
  }
}

/// Removes the files in the table and then lets the signal have its usual effect.
private func removeLeftovers(_ number: Int32) {
  for index in 0..<Leftovers.count {
    let place = Leftovers.table.place(index)
    if place.pointee != 0 { unlink(place + 1) }
  }
  signal(number, SIG_DFL)
  raise(number)
}
