import JSON

/// Identifies the request to which an answer belongs. Source: LSP 3.18, "Request Message": an integer or a string, and
/// `1` is not `"1"`.
public enum RequestID: Hashable, Sendable, CustomStringConvertible {
  case integer(Int)
  case string(String)

  /// Nil for what the protocol does not allow: null, a fraction, an object …
  public init?(_ json: JSONValue) {
    switch json.content {
    case .integer(let value): self = .integer(value)
    case .double(let value):
      // Beyond 2^53, several integers have the same double, so the id that is sent back could be a different one.
      guard value.magnitude <= 0x1p53, Double(Int(value)) == value else { return nil }
      self = .integer(Int(value))
    case .string(let bytes): self = .string(String(decoding: bytes, as: UTF8.self))
    default: return nil
    }
  }

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .integer(let value): writer.value(value)
    case .string(let value): writer.value(value)
    }
  }

  /// As it stands in JSON, for a log.
  public var description: String { JSONWriter.text(write) }
}
