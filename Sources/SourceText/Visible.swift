/// The text with a visible sign in place of everything that a terminal or an editor would act on. So no file can move
/// the cursor, change colours, reverse the order of what is shown, or begin a line of its own.
///
/// All printers and all answers of the server show texts, names and settings through this function, so it alone decides
/// what can be shown.
public func visible(_ text: String) -> String {
  guard mayActOnTerminals(text), text.unicodeScalars.contains(where: actsOnTerminals) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: shown.append("\u{2421}")
    default: shown.append(actsOnTerminals(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(shown)
}

/// Whether a terminal acts on the scalar instead of showing it, or shows what follows in another order.
public func actsOnTerminals(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isDeceptive(scalar)
}

/// Whether the scalar changes the writing direction, or is taken as a line end by some programs.
public func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Whether a text may contain such a scalar. Nearly every text has none, and this test needs no decoding.
public func mayActOnTerminals(_ text: String) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { mayActOnTerminals(bytes: $0) }
    ?? mayActOnTerminals(bytes: Array(text.utf8))
}

private func mayActOnTerminals(bytes: some Collection<UInt8>) -> Bool {
  var (beforeLast, last): (UInt8, UInt8) = (0, 0)
  for byte in bytes {
    if byte < 0x20 || byte == 0x7F { return true }
    if byte >= 0x80 {
      // U+0080 to U+009F.
      if last == 0xC2, byte < 0xA0 { return true }
      // U+2028 to U+202E, U+2066 to U+2069; quotation marks and dashes have the same first bytes.
      if beforeLast == 0xE2, last == 0x80, (0xA8...0xAE).contains(byte) { return true }
      if beforeLast == 0xE2, last == 0x81, (0xA6...0xA9).contains(byte) { return true }
    }
    (beforeLast, last) = (last, byte)
  }
  return false
}
