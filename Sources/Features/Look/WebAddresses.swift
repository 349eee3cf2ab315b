import SourceText

/// The addresses that begin with `http://` or `https://`, in order, in bytes. The marks of a sentence behind an address
/// do not belong to it. Where letters of other scripts follow directly, nobody knows where it ends, and it is left out.
func webAddresses(in bytes: [UInt8]) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { bytes in
    var found: [Range<Int>] = []
    var from = 0
    while let colon = bytes[from...].firstIndex(of: Ascii.colon) {
      from = colon + 1
      guard colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/"),
        let start = beginning(of: bytes, before: colon, from: found.last?.upperBound ?? 0),
        let end = end(of: bytes, from: colon + 3)
      else { continue }
      found.append(start..<end)
      from = end
    }
    return found
  }
}

/// In bytes. A longer run of characters is no address that somebody wrote.
private let longest = 2_000
/// What stands around addresses, and in none: quotes, brackets, and the marks of Markdown and YAML.
private let outside = ByteSet("\"'<>[]{}\\^`|")
/// What may be in an address, but not at its end.
private let behind = ByteSet(".,;:!?*_~")

private func beginning(of bytes: UnsafeBufferPointer<UInt8>, before colon: Int, from first: Int) -> Int? {
  for name in ["https", "http"] {
    let start = colon - name.utf8.count
    guard start >= first, bytes[start..<colon].map(Ascii.lowercased) == Array(name.utf8) else { continue }
    return start > 0 && (Ascii.isLetter(bytes[start - 1]) || Ascii.isDigit(bytes[start - 1])) ? nil : start
  }
  return nil
}

private func end(of bytes: UnsafeBufferPointer<UInt8>, from host: Int) -> Int? {
  guard Ascii.isLetter(bytes[host]) || Ascii.isDigit(bytes[host]) else { return nil }
  var end = host
  var open = 0
  let limit = min(bytes.count, host + longest)
  scan: while end < limit {
    switch bytes[end] {
    case ...0x20, 0x7F: break scan
    case 0x80...: if isLetter(bytes, at: end) { return nil } else { break scan }
    case UInt8(ascii: "("): open += 1
    case UInt8(ascii: ")"):
      if open == 0 { break scan }
      open -= 1
    case let byte where outside.contains(byte): break scan
    default: break
    }
    end += 1
  }
  if end == limit, limit < bytes.count { return nil }
  while end > host, behind.contains(bytes[end - 1]) { end -= 1 }
  return end > host ? end : nil
}

/// Whether a scalar that is not ASCII is a letter or a digit, and not a mark.
private func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  return scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
}
