import Synchronization

/// A value that is computed from some settings when it is first needed, and shared by all copies of the settings.
final class Prepared<Value: Sendable>: Sendable, Equatable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }

  /// It is computed from the settings alone, so it does not matter when settings are compared.
  static func == (a: Prepared, b: Prepared) -> Bool { true }
}
