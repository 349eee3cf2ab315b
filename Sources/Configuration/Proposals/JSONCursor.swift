import SourceText

/// Where a cursor is in JSON that is still being typed. Only the bytes before it count, and for a string those up to its
/// end.
struct JSONCursor {
  /// The keys around the cursor, from the outside in, that of the value at the cursor last; an empty text for a list.
  var path: [String]
  /// Whether a key is typed; otherwise a value.
  var isKey: Bool
  /// What is typed, without its quotes, in bytes of the text.
  var range: Range<Int>
  var isQuoted: Bool
  /// Whether the quote behind it is there.
  var isClosed: Bool
  /// The keys above the cursor in the same object.
  var siblings: [String]

  private struct Frame {
    var isObject: Bool
    var key = ""
    var keys: [String] = []
    var expectsKey: Bool
  }

  /// Texts with more bytes than this before the cursor are not looked at.
  private static let most = 1_000_000

  /// Nil in a comment, or where neither a key nor a value can stand.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset <= bytes.count, offset <= Self.most else { return nil }
    var frames: [Frame] = []
    var string: Int?
    var last: UInt8 = 0
    var index = 0
    func starts(_ mark: String) -> Bool { bytes[index..<offset].starts(with: mark.utf8) }
    while index < offset {
      let byte = bytes[index]
      if let start = string {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          string = nil
          last = byte
          if let top = frames.last, top.isObject, top.expectsKey {
            let key = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
            frames[frames.count - 1].key = key
            frames[frames.count - 1].keys.append(key)
          }
        } else if Ascii.isLineEnd(byte) {
          string = nil
        }
        index += 1
        continue
      }
      if starts("//") || starts("/*") {
        let isLine = starts("//")
        index += 2
        while index < offset, isLine ? !Ascii.isLineEnd(bytes[index]) : !starts("*/") { index += 1 }
        guard index < offset else { return nil }
        index += isLine ? 0 : 2
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): string = index
      case UInt8(ascii: "{"): frames.append(Frame(isObject: true, expectsKey: true))
      case UInt8(ascii: "["): frames.append(Frame(isObject: false, expectsKey: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = frames.popLast()
      case UInt8(ascii: ","): if let top = frames.last, top.isObject { frames[frames.count - 1].expectsKey = true }
      case UInt8(ascii: ":"): if !frames.isEmpty { frames[frames.count - 1].expectsKey = false }
      default: break
      }
      if byte > 0x20, !Ascii.isLetter(byte) { last = byte }
      index += 1
    }
    guard let top = frames.last else { return nil }
    isQuoted = string != nil
    var start = offset
    while string == nil, start > 0, Ascii.isLetter(bytes[start - 1]) { start -= 1 }
    let marks = top.expectsKey ? "{," : top.isObject ? ":" : "[,"
    if string == nil, !marks.utf8.contains(last) { return nil }
    var end = offset
    while string != nil, end < bytes.count, bytes[end] != UInt8(ascii: "\""), !Ascii.isLineEnd(bytes[end]) { end += 1 }
    isClosed = string != nil && end < bytes.count && bytes[end] == UInt8(ascii: "\"")
    range = (string.map { $0 + 1 } ?? start)..<(isClosed ? end : offset)
    isKey = top.expectsKey
    siblings = top.keys
    path = frames.dropLast().map { $0.isObject ? $0.key : "" } + (isKey ? [] : [top.isObject ? top.key : ""])
  }
}
