import SourceText

/// A JSON value whose members keep their order. Source: RFC 8259.
enum JSON {
  case null
  case bool(Bool)
  case int(Int)
  /// In thousandths: times have no more, and nothing else needs as many.
  case number(Double)
  case string(String)
  case array([JSON])
  /// An array of so many items, each made when it is written: a repair may have a hundred thousand edits.
  case items(Int, (Int) -> JSON)
  /// Indirect, as Swift 6.3 otherwise finds a circular reference when only some files of the module are compiled anew.
  indirect case object([(name: String, value: JSON)])

  /// One line.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .number(let value): text += Self.number(value)
    case .string(let value): Self.quote(value, to: &text)
    case .array(let items): JSON.items(items.count) { items[$0] }.write(to: &text)
    case .items(let count, let item):
      text += "["
      for index in 0..<count {
        if index > 0 { text += "," }
        item(index).write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return thousandths.isMultiple(of: 1000) ? String(thousandths / 1000) : "\(Double(thousandths) / 1000)"
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where actsOnTerminals(scalar):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
