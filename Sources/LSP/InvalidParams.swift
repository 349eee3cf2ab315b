/// Parameters that cannot be understood: the request is answered with `ErrorCode.invalidParams`, the notification is
/// logged and left out.
public struct InvalidParams: Error, Equatable, Sendable {
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}
