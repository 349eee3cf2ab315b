/// Why bytes are not JSON, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// Counted in bytes from the start.
  public let offset: Int
  public let reason: String
}

extension JSON {
  /// How many arrays and objects may stand in one another. Deeper input is an error, so that no message can exhaust
  /// the stack of the thread that reads it.
  public static let nestingLimit = 512

  /// Reads one value that fills the bytes, white space and a byte order mark aside.
  ///
  /// Two tolerances keep a document in step with its editor, where a strict reader would drop the change: half a
  /// surrogate pair, which an editor sends when only half an emoji was typed or deleted, and invalid UTF-8 both become
  /// U+FFFD; control characters that should have been escaped are taken as they are.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    let parse = { (buffer: UnsafeBufferPointer<UInt8>) -> Result<JSON, JSONError> in
      var reader = JSONReader(buffer)
      do throws(JSONError) { return .success(try reader.document()) } catch { return .failure(error) }
    }
    let result = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse)
    self = try result.get()
  }
}

/// Reads JSON (RFC 8259) in one pass over memory.
struct JSONReader {
  let base: UnsafePointer<UInt8>
  let end: Int
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = bytes.count
  }

  mutating func document() throws(JSONError) -> JSON {
    if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { at = 3 }
    let value = try value(depth: 0)
    skipBlanks()
    guard at == end else { throw error("bytes after the value") }
    return value
  }

  func error(_ reason: String) -> JSONError { JSONError(offset: at, reason: reason) }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    guard at < end else { throw error("a value is missing") }
    switch base[at] {
    case Ascii.quote: return .text(try string())
    case Ascii.openBrace: return try object(depth: depth)
    case Ascii.openBracket: return try array(depth: depth)
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    try open(depth)
    var members: [JSON.Member] = []
    if close(Ascii.closeBrace) { return .object(members) }
    repeat {
      skipBlanks()
      guard at < end, base[at] == Ascii.quote else { throw error("a member's name is missing") }
      let name = try name()
      skipBlanks()
      guard at < end, base[at] == Ascii.colon else { throw error("':' is missing") }
      at += 1
      members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
    } while comma()
    guard close(Ascii.closeBrace) else { throw error("',' or '}' is missing") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    try open(depth)
    var items: [JSON] = []
    if close(Ascii.closeBracket) { return .array(items) }
    repeat { items.append(try value(depth: depth + 1)) } while comma()
    guard close(Ascii.closeBracket) else { throw error("',' or ']' is missing") }
    return .array(items)
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    guard depth < JSON.nestingLimit else { throw error("nested too deeply") }
    at += 1
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    skipBlanks()
    guard at < end, base[at] == bracket else { return false }
    at += 1
    return true
  }

  private mutating func comma() -> Bool { close(Ascii.comma) }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    guard end - at >= word.utf8CodeUnitCount else { throw error("unknown word") }
    for offset in 0..<word.utf8CodeUnitCount where base[at + offset] != word.utf8Start[offset] {
      throw error("unknown word")
    }
    at += word.utf8CodeUnitCount
    return value
  }

  private mutating func skipBlanks() {
    while at < end, Ascii.isBlank(base[at]) || base[at] == Ascii.newline || base[at] == Ascii.return { at += 1 }
  }
}
