/// Something that could not be read.
public struct Failure: Error, Hashable, Comparable, Sendable {
  public var path: String
  /// Mostly in the system's words.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public static func < (a: Failure, b: Failure) -> Bool { (a.path, a.reason) < (b.path, b.reason) }
}
