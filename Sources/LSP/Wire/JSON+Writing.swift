extension JSON {
  /// Writes the value as it was read, for what the client wants back: a diagnostic, a code action.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.value(value)
    case .integer(let value): writer.value(value)
    case .double(let value): writer.value(value)
    case .text(let bytes): writer.value(utf8: bytes)
    case .array(let items): writer.array { for item in items { item.write(to: &$0) } }
    case .object(let members):
      writer.object {
        for member in members {
          $0.name(utf8: Array(member.name.utf8))
          member.value.write(to: &$0)
        }
      }
    }
  }
}
