import Synchronization

/// What follows from some settings, made when it is first needed and shared by all copies of the settings.
final class Prepared<Value: Sendable>: Sendable, Equatable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }

  /// It holds nothing that the settings do not hold.
  static func == (a: Prepared, b: Prepared) -> Bool { true }
}
