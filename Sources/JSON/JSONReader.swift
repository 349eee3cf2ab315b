import SourceText

extension JSONValue {
  /// Reads one value that fills the bytes, white space and a byte order mark aside.
  public init(
    parsing bytes: some Collection<UInt8>, as dialect: JSONDialect = .message
  ) throws(JSONError) {
    let parse = { (buffer: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONError> in
      var reader = JSONReader(buffer, dialect)
      do throws(JSONError) { return .success(try reader.document()) } catch { return .failure(error) }
    }
    let result = bytes.withContiguousStorageIfAvailable(parse) ?? Array(bytes).withUnsafeBufferPointer(parse)
    self = try result.get()
  }
}

/// Reads JSON (RFC 8259) in one pass over memory and keeps the place of each name and each value.
struct JSONReader {
  let base: UnsafePointer<UInt8>
  let end: Int
  let dialect: JSONDialect
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: JSONDialect) {
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = bytes.count
    self.dialect = dialect
  }

  mutating func document() throws(JSONError) -> JSONValue {
    guard end <= UInt32.max else { throw JSONError(0..<0, "the text is larger than 4 GB") }
    if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { at = 3 }
    let value = try value(depth: 0)
    try skipBlanks()
    guard at == end else { throw unexpected("nothing may follow the value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    try skipBlanks()
    guard at < end else { throw unexpected("a value is missing") }
    let start = at
    let content: JSONValue.Content
    switch base[at] {
    case Ascii.quote: content = .string(try string())
    case Ascii.openBrace: content = .object(try object(depth: depth))
    case Ascii.openBracket: content = .array(try array(depth: depth))
    default: content = try word()
    }
    return JSONValue(content, at: JSONValue.Place(start, at))
  }

  private mutating func object(depth: Int) throws(JSONError) -> [JSONValue.Member] {
    try open(depth)
    var members: [JSONValue.Member] = []
    if try take(Ascii.closeBrace) { return members }
    // Most objects of the protocol are positions and ranges, which have two members.
    members.reserveCapacity(2)
    repeat {
      try skipBlanks()
      guard at < end, base[at] == Ascii.quote else { throw unexpected("a name in double quotes or “}” is missing") }
      let start = at
      let name = try name()
      let place = JSONValue.Place(start, at)
      guard try take(Ascii.colon) else { throw unexpected("“:” is missing") }
      members.append(JSONValue.Member(name: name, at: place, value: try value(depth: depth + 1)))
    } while try goesOn(until: Ascii.closeBrace)
    guard try take(Ascii.closeBrace) else { throw unexpected("“,” or “}” is missing") }
    return members
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try open(depth)
    var items: [JSONValue] = []
    if try take(Ascii.closeBracket) { return items }
    repeat { items.append(try value(depth: depth + 1)) } while try goesOn(until: Ascii.closeBracket)
    guard try take(Ascii.closeBracket) else { throw unexpected("“,” or “]” is missing") }
    return items
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    guard depth < dialect.nestingLimit else { throw unexpected("the brackets are nested too deeply") }
    at += 1
  }

  /// Moves behind the comma. Returns false if there is none, or if it is a trailing comma before the bracket, which a
  /// person may write.
  private mutating func goesOn(until bracket: UInt8) throws(JSONError) -> Bool {
    guard try take(Ascii.comma) else { return false }
    guard dialect.isWrittenByHand else { return true }
    try skipBlanks()
    return at == end || base[at] != bracket
  }

  private mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
    try skipBlanks()
    guard at < end, base[at] == byte else { return false }
    at += 1
    return true
  }

  /// Moves to the next byte that is neither white space nor in a comment.
  @inline(__always)
  private mutating func skipBlanks() throws(JSONError) {
    // Programs write next to no white space.
    if at < end, base[at] > Ascii.space, base[at] != UInt8(ascii: "/") { return }
    try skipBlanksAndComments()
  }

  private mutating func skipBlanksAndComments() throws(JSONError) {
    while at < end {
      if Ascii.isBlank(base[at]) || Ascii.isLineEnd(base[at]) {
        at += 1
      } else {
        guard base[at] == UInt8(ascii: "/"), dialect.isWrittenByHand, try skipComment() else { return }
      }
    }
  }

  /// Moves behind the comment that begins here, if one does.
  private mutating func skipComment() throws(JSONError) -> Bool {
    let start = at
    guard start + 1 < end else { return false }
    switch base[start + 1] {
    case UInt8(ascii: "/"):
      while at < end, !Ascii.isLineEnd(base[at]) { at += 1 }
      return true
    case UInt8(ascii: "*"):
      at += 2
      while at + 1 < end {
        if base[at] == UInt8(ascii: "*"), base[at + 1] == UInt8(ascii: "/") {
          at += 2
          return true
        }
        at += 1
      }
      throw JSONError(start..<(start + 2), "the comment does not end")
    default: return false
    }
  }

  /// An error at the character that stands here.
  private func unexpected(_ reason: String) -> JSONError {
    var next = min(at + 1, end)
    while next < end, base[next] & 0xC0 == 0x80 { next += 1 }
    return JSONError(at..<next, reason)
  }
}

extension JSONReader {
  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(JSONError) -> JSONValue.Content {
    let start = at
    let content: JSONValue.Content?
    switch base[at] {
    case UInt8(ascii: "t"): content = takes("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): content = takes("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): content = takes("null") ? .null : nil
    default: content = number()
    }
    if let content, at == end || !isInWord(base[at]), !dialect.isWrittenByHand || isFinite(content) { return content }
    at = start
    guard isInWord(base[at]) else { throw unexpected("a value is missing") }
    while at < end, isInWord(base[at]) { at += 1 }
    // The word is not quoted in the message: any file may be read here, and its content must not appear in a report.
    throw JSONError(start..<at, "this is neither a number nor true, false or null")
  }

  /// A program may send a number that is too large for a `Double`. A person has mistyped it.
  private func isFinite(_ content: JSONValue.Content) -> Bool {
    if case .double(let value) = content { value.isFinite } else { true }
  }

  private mutating func takes(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - at >= count else { return false }
    for offset in 0..<count where base[at + offset] != word.utf8Start[offset] { return false }
    at += count
    return true
  }

  private func isInWord(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == Ascii.minus || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }
}
