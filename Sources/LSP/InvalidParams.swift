/// Parameters that cannot be understood. A request is answered with `ErrorCode.invalidParams`; a notification is logged
/// and left out.
public struct InvalidParams: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
