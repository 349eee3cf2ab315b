import Platform

/// Something that could not be read or written.
public struct Failure: Error, Hashable, Comparable, Sendable {
  public var path: String
  /// Mostly in the system's words.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// What the system has just said of a path.
  ///
  /// The bytes of a name that is not UTF-8 are lost in a string, so nothing is found at it, though something is there.
  init(ofSystemAt path: String) {
    let isLost = errno == ENOENT && path.unicodeScalars.contains("\u{FFFD}")
    self.init(path: path, reason: isLost ? "the name is not UTF-8; rename the file" : lastSystemError())
  }

  public static func < (a: Failure, b: Failure) -> Bool { (a.path, a.reason) < (b.path, b.reason) }
}
