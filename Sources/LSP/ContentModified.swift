/// The request asks about a state of the document that is no longer the present one. It is answered with
/// `ErrorCode.contentModified`.
public struct ContentModified: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
