/// Writes YAML in block style, byte for byte as PyYAML's `safe_dump(allow_unicode=True)` does.
///
/// Lines are at most 80 characters long where they can be: a text is broken at the first blank behind column 80. Columns count
/// Unicode scalars.
struct YAMLEmitter {
  static let width = 80
  /// By how much what stands inside something is indented.
  private static let step = 2
  /// A key that is longer, counted with the five characters of its tag `!!str`, stands behind a question mark.
  private static let longestKey = 127 - "!!str".count

  var bytes: [UInt8] = []
  var column = 0
  /// Whether the last thing written lets the next begin without a blank.
  var endsBlank = true
  /// Whether nothing but indents and marks such as `-` stands in this line.
  var isInIndent = true

  /// The document that consists of one mapping.
  static func document(_ entries: [(key: String, value: YAMLValue)]) -> [UInt8] {
    var emitter = YAMLEmitter()
    emitter.write(.mapping(entries), indent: nil, isInMapping: false)
    emitter.beginLine(indent: 0)
    return emitter.bytes
  }

  /// One item of a list in column 0, without an end of line.
  static func item(_ node: YAMLValue) -> [UInt8] {
    var emitter = YAMLEmitter()
    emitter.mark("-", keepsIndent: true)
    emitter.write(node, indent: 0, isInMapping: false)
    return emitter.bytes
  }

  /// - Parameters:
  ///   - indent: of the collection in which the node stands; nil for the whole document.
  ///   - isInMapping: whether the node is the value of a key.
  mutating func write(_ node: YAMLValue, indent: Int?, isInMapping: Bool) {
    let inner = indent.map { $0 + Self.step } ?? 0
    switch node {
    case .text(let text): writeScalar(text, indent: max(inner, Self.step))
    case .quoted(let text, let style): writeScalar(text, style: style, indent: max(inner, Self.step))
    case .literal(let source), .entry(let source): writePlain(Array(source.unicodeScalars), indent: nil)
    case .sequence(let items) where items.isEmpty: mark("[]")
    case .mapping(let entries) where entries.isEmpty: mark("{}")
    case .sequence(let items):
      // The items of a list below a key stand in the column of the key.
      let column = isInMapping && !isInIndent ? indent ?? 0 : inner
      for item in items {
        beginLine(indent: column)
        mark("-", keepsIndent: true)
        write(item, indent: column, isInMapping: false)
      }
    case .mapping(let entries):
      for entry in entries { write(entry.key, entry.value, indent: inner) }
    }
  }

  private mutating func write(_ key: String, _ value: YAMLValue, indent: Int) {
    beginLine(indent: indent)
    if case .entry = value { return write(value, indent: indent, isInMapping: true) }
    let text = Array(key.unicodeScalars)
    if text.isEmpty || text.count > Self.longestKey || text.contains(where: \.isYAMLBreak) {
      mark("?", keepsIndent: true)
      writeScalar(key, indent: indent + Self.step)
      beginLine(indent: indent)
      mark(":", keepsIndent: true)
    } else {
      // A key is never broken over lines.
      writeScalar(key, indent: nil)
      append(":")
      (endsBlank, isInIndent) = (false, false)
    }
    write(value, indent: indent, isInMapping: true)
  }

  /// Writes a mark of YAML, with a blank before it unless it begins a line or another one is there.
  ///
  /// - Parameter keepsIndent: whether what follows may still stand in this line as if it were indented.
  mutating func mark(_ mark: String, keepsIndent: Bool = false) {
    if !endsBlank { append(" ") }
    append(mark)
    endsBlank = false
    isInIndent = isInIndent && keepsIndent
  }

  /// Goes to the column `indent`: in this line, where only marks stand before it, and otherwise in a new one.
  mutating func beginLine(indent: Int) {
    if !isInIndent || column > indent || column == indent && !endsBlank { breakLine("\n") }
    guard column < indent else { return }
    append(String(repeating: " ", count: indent - column))
    endsBlank = true
  }

  mutating func breakLine(_ end: Unicode.Scalar) {
    append(end)
    column = 0
    (endsBlank, isInIndent) = (true, true)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    column += 1
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes += UTF8.encode(scalar)!
    }
  }

  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }

  mutating func append(_ string: String) {
    append(string.unicodeScalars)
  }
}
