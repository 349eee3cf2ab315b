import SourceText

extension JSONReader {
  /// `-? digits (. digits)? ([eE] [+-]? digits)?`, without a leading zero; nil for anything else.
  mutating func number() -> JSONValue.Content? {
    let start = at
    let isNegative = base[at] == Ascii.minus
    if isNegative { at += 1 }
    let first = at
    var value = 0
    var isInteger = true
    while at < end, Ascii.isDigit(base[at]) {
      // Counting below zero reaches Int.min, which has no positive counterpart.
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = shifted.subtractingReportingOverflow(Int(base[at] & 0x0F))
      if overflow || overflow2 { isInteger = false }
      value = sum
      at += 1
    }
    guard at > first, at == first + 1 || base[first] != UInt8(ascii: "0") else { return nil }
    if at < end, base[at] == UInt8(ascii: ".") {
      isInteger = false
      at += 1
      guard skipDigits() else { return nil }
    }
    if at < end, base[at] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if at < end, base[at] == Ascii.minus || base[at] == UInt8(ascii: "+") { at += 1 }
      guard skipDigits() else { return nil }
    }
    if isInteger, isNegative || value != Int.min { return .integer(isNegative ? value : -value) }
    let text = String(decoding: UnsafeBufferPointer(start: base + start, count: at - start), as: UTF8.self)
    return .double(Double(text) ?? (isNegative ? -Double.infinity : .infinity))
  }

  /// Whether there was one.
  private mutating func skipDigits() -> Bool {
    let start = at
    while at < end, Ascii.isDigit(base[at]) { at += 1 }
    return at > start
  }
}
