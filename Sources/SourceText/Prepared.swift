import Synchronization

/// A value that is made when it is first needed, and shared by all copies of what it is made from.
public final class Prepared<Value: Sendable>: Sendable, Equatable {
  private let made = Mutex<Value?>(nil)

  public init() {}

  public func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      let value = made ?? make()
      made = value
      return value
    }
  }

  /// It says nothing that is not in what it is made from, so it does not matter when that is compared.
  public static func == (a: Prepared, b: Prepared) -> Bool { true }
}
