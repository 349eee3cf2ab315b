extension JSONValue {
  public func write(to writer: inout JSONWriter) {
    switch content {
    case .null: writer.null()
    case .bool(let value): writer.value(value)
    case .integer(let value): writer.value(value)
    case .double(let value): writer.value(value)
    case .string(let bytes): writer.value(utf8: bytes)
    case .array(let items): writer.array { for item in items { item.write(to: &$0) } }
    case .object(let members):
      writer.object {
        for member in members {
          $0.name(escaping: member.name)
          member.value.write(to: &$0)
        }
      }
    }
  }

  /// The value on one line, as `JSONWriter.text` writes it.
  public var text: String { JSONWriter.text(write) }

  /// The value for a file that people read and compare: each item has a line of its own, but values that fit into 100
  /// columns stay on one line.
  public var indentedText: String { indented(by: 0) }

  private func indented(by level: Int) -> String {
    let line = text
    guard line.utf8.count + level * 2 > 100 else { return line }
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch content {
    case .array(let items):
      let lines = items.map { inner + $0.indented(by: level + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { member in
        inner + JSONValue.string(member.name).text + ": " + member.value.indented(by: level + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return line
    }
  }
}
