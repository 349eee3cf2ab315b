/// A value that is to be written as YAML.
enum YAMLValue: Sendable, Equatable {
  /// A text. It is quoted where it would be read as something else, or not at all.
  case text(String)
  /// A text in quotes of one kind, whether it needs them or not.
  case quoted(String, ScalarStyle)
  /// Something that stands for itself without quotes, such as a number.
  case literal(String)
  /// A whole entry of a mapping as it stands, its key included.
  case entry(String)
  case sequence([YAMLValue])
  /// The entries are written in the given order.
  case mapping([(key: String, value: YAMLValue)])

  static func == (a: YAMLValue, b: YAMLValue) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)), (.literal(let a), .literal(let b)),
      (.entry(let a), .entry(let b)):
      a == b
    case (.quoted(let a, let style), .quoted(let b, let other)): a == b && style == other
    case (.sequence(let a), .sequence(let b)): a == b
    case (.mapping(let a), .mapping(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}
