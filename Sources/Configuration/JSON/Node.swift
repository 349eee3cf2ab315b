/// A value of a configuration, and where it stands.
struct Node: Sendable, Equatable {
  /// In bytes of the text.
  var range: Range<Int>
  var value: Value

  enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Node])
    case object([Member])
  }

  /// One `name: value` of an object.
  struct Member: Sendable, Equatable {
    var name: String
    /// With its quotes.
    var nameRange: Range<Int>
    var value: Node
  }

  /// For people: "it is a number".
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
