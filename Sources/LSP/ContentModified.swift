/// The document has changed since the client was told what it asks about now: the request is answered with
/// `ErrorCode.contentModified`.
public struct ContentModified: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
