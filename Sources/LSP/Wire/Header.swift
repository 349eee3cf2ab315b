import SourceText

/// The header fields of one message. Source: LSP 3.18, "Header Part".
struct Header {
  private(set) var length: Result<Int, FrameReader.Fault> = .failure(.lengthMissing)
  private(set) var isUTF8 = true

  private static let lengthName = Array("content-length".utf8)
  private static let typeName = Array("content-type".utf8)

  init(_ bytes: ArraySlice<UInt8>) {
    var lengths = 0
    for line in bytes.split(separator: Ascii.newline) {
      guard let colon = line.firstIndex(of: Ascii.colon) else { continue }
      let name = Self.trimmed(line[..<colon])
      let value = Self.trimmed(line[line.index(after: colon)...])
      if Self.equal(name, Self.lengthName) {
        lengths += 1
        length = lengths > 1 ? .failure(.lengthRepeated) : Self.number(value)
      } else if Self.equal(name, Self.typeName) {
        isUTF8 = Self.isUTF8(contentType: value)
      }
    }
  }

  enum Match { case yes, no, tooShort }

  /// Whether `Content-Length: digits` and a line end stand at the offset.
  static func match(lengthLineIn bytes: [UInt8], at start: Int) -> Match {
    var at = start
    for letter in lengthName {
      guard at < bytes.count else { return .tooShort }
      guard Ascii.lowercased(bytes[at]) == letter else { return .no }
      at += 1
    }
    let blanks = { (byte: UInt8) in Ascii.isBlank(byte) }
    at = bytes[at...].firstIndex { !blanks($0) } ?? bytes.count
    guard at < bytes.count else { return .tooShort }
    guard bytes[at] == Ascii.colon else { return .no }
    at = bytes[(at + 1)...].firstIndex { !blanks($0) } ?? bytes.count
    let digits = bytes[at...].firstIndex { !Ascii.isDigit($0) } ?? bytes.count
    let end = bytes[digits...].firstIndex { !blanks($0) } ?? bytes.count
    // A run of blanks or digits longer than in any real header is not a header. Waiting for its end would mean to
    // search it again.
    guard end - start <= 64 else { return .no }
    guard end < bytes.count else { return .tooShort }
    return digits > at && (bytes[end] == Ascii.return || bytes[end] == Ascii.newline) ? .yes : .no
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Result<Int, FrameReader.Fault> {
    guard !digits.isEmpty else { return .failure(.lengthInvalid) }
    var value = 0
    for digit in digits {
      guard Ascii.isDigit(digit) else { return .failure(.lengthInvalid) }
      value = value * 10 + Int(digit & 0x0F)
      guard value <= FrameReader.bodyLimit else { return .failure(.lengthInvalid) }
    }
    return .success(value)
  }

  /// Old clients send `utf8`; the specification asks to take it for `utf-8`.
  private static func isUTF8(contentType: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: contentType.map(Ascii.lowercased), as: UTF8.self)
    for parameter in text.split(separator: ";").dropFirst() {
      let pair = parameter.filter { $0 != " " && $0 != "\"" && $0 != "\t" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0] == "charset" { return pair[1] == "utf-8" || pair[1] == "utf8" }
    }
    return true
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isOuter = { (byte: UInt8) in Ascii.isBlank(byte) || byte == Ascii.return }
    guard let first = bytes.firstIndex(where: { !isOuter($0) }), let last = bytes.lastIndex(where: { !isOuter($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func equal(_ name: ArraySlice<UInt8>, _ lowercase: [UInt8]) -> Bool {
    name.count == lowercase.count && zip(name, lowercase).allSatisfy { Ascii.lowercased($0) == $1 }
  }
}
