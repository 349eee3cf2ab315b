extension JSON {
  /// For files that people read and compare: an item on each line, short values on one.
  var indented: String { indented(by: 0) }

  private func indented(by level: Int) -> String {
    let line = text
    guard line.utf8.count + level * 2 > 100 else { return line }
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch self {
    case .array(let items):
      return "[\n" + items.map { inner + $0.indented(by: level + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { inner + JSON.string($0.name).text + ": " + $0.value.indented(by: level + 1) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return line
    }
  }
}
