/// A JSON value (RFC 8259) and the place where it was read.
///
/// Strings are valid UTF-8 bytes, so that a text goes from a message into a document without becoming a `String` on the
/// way. Look-ups are lenient: a value that is missing or of another type reads as nil or `null`, because a mistake of
/// the client in a field that is not needed must not cost the message.
///
/// Two values are equal if they say the same; where they were read does not matter.
public struct JSONValue: Equatable, Sendable {
  public enum Content: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number with a fraction, an exponent, or more digits than an `Int` holds.
    case double(Double)
    case string([UInt8])
    case array([JSONValue])
    /// The members in their order, repeated names included.
    case object([Member])
  }

  /// One `name: value` of an object.
  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: JSONValue
    private let place: Place

    public init(name: String, value: JSONValue) {
      self.init(name: name, at: .none, value: value)
    }

    init(name: String, at place: Place, value: JSONValue) {
      self.name = name
      self.place = place
      self.value = value
    }

    /// Where the name stands, with its quotes, in bytes of the text that was read.
    public var nameRange: Range<Int> { place.range }

    public static func == (left: Member, right: Member) -> Bool { left.name == right.name && left.value == right.value }
  }

  /// A range in half the memory of `Range<Int>`: a message may have a million values, and no text of 4 GB is read.
  struct Place: Sendable {
    static let none = Place(0, 0)
    private let start: UInt32
    private let end: UInt32

    init(_ start: Int, _ end: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private let place: Place
  public let content: Content

  public init(_ content: Content) {
    self.init(content, at: .none)
  }

  init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// Where the value stands, in bytes of the text that was read; empty for a value that was not read.
  public var range: Range<Int> { place.range }

  public static func == (left: JSONValue, right: JSONValue) -> Bool { left.content == right.content }
}

extension JSONValue {
  /// The member's value, `null` when there is none. Of a repeated name the last holds.
  public subscript(_ name: String) -> JSONValue { member(name) ?? .null }

  /// The member's value, nil when there is none: for the places where absent and `null` differ.
  public func member(_ name: String) -> JSONValue? {
    members?.last { $0.name == name }?.value
  }

  public var isNull: Bool {
    if case .null = content { true } else { false }
  }

  public var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }

  /// A number as an integer: `1.0` is 1, a fraction is cut off, and a number beyond the range of `Int` is clamped.
  public var integer: Int? {
    switch content {
    case .integer(let value): value
    case .double(let value):
      value.isNaN ? nil : value <= -0x1p63 ? Int.min : value >= 0x1p63 ? Int.max : Int(value)
    default: nil
    }
  }

  public var double: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  public var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a string.
  public var utf8: [UInt8]? {
    if case .string(let bytes) = content { bytes } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let items) = content { items } else { nil }
  }

  public var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The strings of an array, other items left out.
  public var strings: [String]? { array?.compactMap(\.string) }
}

extension JSONValue {
  public static let null = JSONValue(.null)
  public static func bool(_ value: Bool) -> JSONValue { JSONValue(.bool(value)) }
  public static func integer(_ value: Int) -> JSONValue { JSONValue(.integer(value)) }
  public static func double(_ value: Double) -> JSONValue { JSONValue(.double(value)) }
  public static func string(_ value: String) -> JSONValue { JSONValue(.string(Array(value.utf8))) }
  public static func array(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(.object(members.map { Member(name: $0.0, value: $0.1) }))
  }
}
