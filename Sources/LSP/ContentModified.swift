/// The request is about an earlier state of the document. It is answered with `ErrorCode.contentModified`.
public struct ContentModified: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
