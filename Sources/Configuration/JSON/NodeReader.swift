import SourceText

/// Reads JSON (RFC 8259) with `//` and `/* */` comments and commas behind the last item, as people write configuration.
///
/// It keeps what the library's decoder throws away: where each name and each value stands.
struct NodeReader {
  /// Deeper than any configuration, and no danger to the stack.
  private static let nestingLimit = 32

  private let bytes: [UInt8]
  private var at = 0

  /// The one value of a text, or why there is none.
  static func read(_ bytes: [UInt8]) -> Result<Node, Mistake> {
    var reader = NodeReader(bytes: bytes)
    do throws(Mistake) { return .success(try reader.document()) } catch { return .failure(error) }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: Text.byteOrderMark) { at = Text.byteOrderMark.count }
  }

  private mutating func document() throws(Mistake) -> Node {
    let node = try value(depth: 0)
    guard try next() == nil else { throw unexpected("nothing may follow the closing “}”") }
    return node
  }

  private mutating func value(depth: Int) throws(Mistake) -> Node {
    guard let byte = try next() else { throw unexpected("a value is missing") }
    let start = at
    let value: Node.Value
    switch byte {
    case UInt8(ascii: "{"): value = .object(try object(depth: depth))
    case UInt8(ascii: "["): value = .array(try array(depth: depth))
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      value = try word()
    default: throw unexpected("a value is missing")
    }
    return Node(range: start..<at, value: value)
  }

  private mutating func object(depth: Int) throws(Mistake) -> [Node.Member] {
    try open(depth)
    var members: [Node.Member] = []
    while try !close(UInt8(ascii: "}")) {
      guard try next() == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes or “}” is missing") }
      let start = at
      let name = try string()
      let end = at
      guard try take(UInt8(ascii: ":")) else { throw unexpected("“:” is missing") }
      members.append(Node.Member(name: name, nameRange: start..<end, value: try value(depth: depth + 1)))
      if try !take(UInt8(ascii: ",")), try next() != UInt8(ascii: "}") { throw unexpected("“,” or “}” is missing") }
    }
    return members
  }

  private mutating func array(depth: Int) throws(Mistake) -> [Node] {
    try open(depth)
    var items: [Node] = []
    while try !close(UInt8(ascii: "]")) {
      items.append(try value(depth: depth + 1))
      if try !take(UInt8(ascii: ",")), try next() != UInt8(ascii: "]") { throw unexpected("“,” or “]” is missing") }
    }
    return items
  }

  private mutating func open(_ depth: Int) throws(Mistake) {
    guard depth < Self.nestingLimit else { throw unexpected("too many brackets in one another") }
    at += 1
  }

  private mutating func close(_ bracket: UInt8) throws(Mistake) -> Bool { try take(bracket) }

  private mutating func take(_ byte: UInt8) throws(Mistake) -> Bool {
    guard try next() == byte else { return false }
    at += 1
    return true
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(Mistake) -> Node.Value {
    let start = at
    while at < bytes.count, Self.isInWord(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      // Swift reads hexadecimal numbers and `inf`, too.
      if let number = Double(word), number.isFinite, !word.contains("x") { return .number(number) }
      // The word is not repeated: what is read may be no configuration, and whatever it is must not end up in a report.
      throw Mistake(start..<at, "not JSON: this is neither a number nor true, false or null")
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-._".utf8.contains(byte)
  }

  private func unexpected(_ message: String) -> Mistake {
    var end = min(at + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Mistake(at..<end, "not JSON: " + message)
  }
}

extension NodeReader {
  /// Moves to the next byte that says something, behind white space and comments; nil at the end.
  private mutating func next() throws(Mistake) -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "/") where bytes[at...].starts(with: "//".utf8):
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      case UInt8(ascii: "/") where bytes[at...].starts(with: "/*".utf8):
        let start = at
        at += 2
        while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
        guard at < bytes.count else { throw Mistake(start..<(start + 2), "not JSON: the comment does not end") }
        at += 2
      default: return bytes[at]
      }
    }
    return nil
  }

  private mutating func string() throws(Mistake) -> String {
    let start = at
    at += 1
    var decoded: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: decoded, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { decoded += String(try escape()).utf8 } else { decoded.append(byte) }
    }
    throw Mistake(start..<at, "not JSON: the string does not end on its line")
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    let start = at - 1
    let byte = at < bytes.count ? bytes[at] : 0
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let high = codeUnit() {
        if let scalar = Unicode.Scalar(high) { return scalar }
        if high < 0xDC00, bytes[min(at, bytes.count)...].starts(with: "\\u".utf8) {
          at += 2
          if let low = codeUnit(), (0xDC00...0xDFFF).contains(low) {
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
          }
        }
      }
    default: break
    }
    throw Mistake(start..<min(at, bytes.count), "not JSON: unknown escape")
  }

  private mutating func codeUnit() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    defer { at += 4 }
    return UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
  }
}
