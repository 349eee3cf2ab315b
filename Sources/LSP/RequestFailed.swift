/// A request that cannot be carried out, for a reason that the user has to know. It is answered with
/// `ErrorCode.requestFailed`.
public struct RequestFailed: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
