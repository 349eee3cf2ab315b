import SourceText

/// How the source of a flow scalar is decoded, one run after the other (YAML 1.2.2, 5.7 and 6.5).
extension Scalar {
  /// A part of a scalar's source, with its decoded bytes.
  public enum Run {
    /// The bytes are the same when decoded.
    case literal(Range<Int>)
    /// A line end or an escape in the range is decoded to these bytes.
    case decoded([UInt8], Range<Int>)
  }

  /// Calls `body` for each run of a plain or quoted scalar, in order.
  ///
  /// - Parameter source: the scalar without its quotes, in bytes of `text`.
  public static func forEachRun(
    in text: UnsafeBufferPointer<UInt8>, _ source: Range<Int>, _ quoting: Quoting, _ body: (Run) -> Void
  ) {
    if quoting.isCue { return CueText.forEachRun(in: text, source, quoting, body) }
    let mark = mark(of: quoting)
    var literal = source.lowerBound
    var index = source.lowerBound
    func endLiteral(at end: Int) {
      if literal < end { body(.literal(literal..<end)) }
    }
    while index < source.upperBound {
      if Ascii.isLineEnd(text[index]) {
        let (range, breaks) = lineEnds(in: text, around: index, literal..<source.upperBound)
        endLiteral(at: range.lowerBound)
        body(.decoded(breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1), range))
        index = range.upperBound
        literal = index
      } else if text[index] == mark {
        let (decoded, end) = escape(in: text, at: index, before: source.upperBound, quoting)
        if let decoded {
          endLiteral(at: index)
          body(.decoded(decoded, index..<end))
          literal = end
        }
        index = end
      } else {
        index += 1
      }
    }
    endLiteral(at: source.upperBound)
  }

  /// The character that begins an escape.
  static func mark(of quoting: Quoting) -> UInt8? {
    switch quoting {
    case .single: UInt8(ascii: "'")
    case .double: UInt8(ascii: "\\")
    case .none, .wrapped, .plain, .other, .cue, .subtitle: nil
    }
  }

  /// The line ends around `index` with the blanks beside them, and how many line ends there are. A single line end is
  /// decoded to a blank; of several, all but the first stay.
  private static func lineEnds(
    in text: UnsafeBufferPointer<UInt8>, around index: Int, _ limits: Range<Int>
  ) -> (range: Range<Int>, breaks: Int) {
    var lower = index
    while lower > limits.lowerBound, Ascii.isBlank(text[lower - 1]) { lower -= 1 }
    var upper = index
    var breaks = 0
    while upper < limits.upperBound, Ascii.isBlank(text[upper]) || Ascii.isLineEnd(text[upper]) {
      let isSecondOfTwo = text[upper] == 0x0A && upper > index && text[upper - 1] == 0x0D
      if text[upper] == 0x0D || text[upper] == 0x0A && !isSecondOfTwo { breaks += 1 }
      upper += 1
    }
    return (lower..<upper, breaks)
  }

  /// The decoded bytes of the escape at `index`, and where it ends; nil for an escape that YAML does not know, which
  /// stays as it is.
  private static func escape(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, before limit: Int, _ quoting: Quoting
  ) -> (decoded: [UInt8]?, end: Int) {
    guard index + 1 < limit else { return (nil, index + 1) }
    let next = text[index + 1]
    guard quoting == .double else { return next == text[index] ? ([next], index + 2) : (nil, index + 1) }
    if let simple = simpleEscape(next) { return (simple, index + 2) }
    if Ascii.isLineEnd(next) {
      // An escaped line end is dropped, together with the blanks and line ends behind it.
      var end = index + 1
      while end < limit, Ascii.isBlank(text[end]) || Ascii.isLineEnd(text[end]) { end += 1 }
      return ([], end)
    }
    let width = next == UInt8(ascii: "x") ? 2 : next == UInt8(ascii: "u") ? 4 : next == UInt8(ascii: "U") ? 8 : 0
    let digits = (index + 2)..<(index + 2 + width)
    guard width > 0, digits.upperBound <= limit else { return (nil, index + 2) }
    var value: UInt32 = 0
    for byte in text[digits] {
      guard let digit = Ascii.hexadecimalValue(byte) else { return (nil, index + 2) }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else { return (nil, index + 2) }
    return (Array(UTF8.encode(scalar)!), digits.upperBound)
  }

  private static func simpleEscape(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "t"), 0x09: [0x09]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: " "): [byte]
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): Array("\u{85}".utf8)
    case UInt8(ascii: "_"): Array("\u{A0}".utf8)
    case UInt8(ascii: "L"): Array("\u{2028}".utf8)
    case UInt8(ascii: "P"): Array("\u{2029}".utf8)
    default: nil
    }
  }
}
