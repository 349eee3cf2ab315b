import Platform

/// A file that could not be read or written.
public struct Failure: Error, Hashable, Comparable, Sendable {
  public var path: String
  /// Mostly the system's own words.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The failure that the system reported last, for a path.
  ///
  /// A `String` loses the bytes of a name that is not UTF-8. The system then finds nothing at the path, although a file
  /// is there.
  init(ofSystemAt path: String) {
    let isLost = errno == ENOENT && path.unicodeScalars.contains("\u{FFFD}")
    self.init(path: path, reason: isLost ? "the name is not UTF-8; rename the file" : lastSystemError())
  }

  public static func < (a: Failure, b: Failure) -> Bool { (a.path, a.reason) < (b.path, b.reason) }
}
