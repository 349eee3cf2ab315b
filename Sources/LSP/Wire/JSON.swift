/// A JSON value as it was read.
///
/// Strings are UTF-8 bytes, always valid: text goes from the wire into a document without becoming a `String` on the
/// way. Look-ups are lenient: what is absent or of another type reads as nil or `null`, because a client's mistake in
/// a field nobody needs must not cost the message.
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number with a fraction, an exponent, or more digits than an `Int` holds.
  case double(Double)
  case text([UInt8])
  case array([JSON])
  /// The members in their order, repeated names included.
  case object([Member])

  /// One `name: value` of an object.
  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: JSON

    public init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The member's value, `null` when there is none. Of a repeated name the last holds.
  public subscript(_ name: String) -> JSON { member(name) ?? .null }

  /// The member's value, nil when there is none: for the places where absent and `null` differ.
  public func member(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  public var isNull: Bool { self == .null }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// A number as an integer: `1.0` is 1, a fraction is cut off, and what is too large for an `Int` is the largest.
  public var integer: Int? {
    switch self {
    case .integer(let value): value
    case .double(let value):
      value.isNaN ? nil : value <= -0x1p63 ? Int.min : value >= 0x1p63 ? Int.max : Int(value)
    default: nil
    }
  }

  public var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a string.
  public var utf8: [UInt8]? {
    if case .text(let bytes) = self { bytes } else { nil }
  }

  public var array: [JSON]? {
    if case .array(let items) = self { items } else { nil }
  }

  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The strings of an array, other items left out.
  public var strings: [String]? { array?.compactMap(\.string) }
}
