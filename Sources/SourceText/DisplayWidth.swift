/// How many columns a character takes in most terminals and editors: 0, 1 or 2.
///
/// They do not agree about joined emoji; the widest part is what most of them show.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard scalars.count > 1 else { return scalars.first.map(width) ?? 0 }
  // U+FE0F asks for the emoji instead of the letter; a flag is two letters in one.
  if scalars.contains("\u{FE0F}") || scalars.first!.properties.isEmojiModifierBase { return 2 }
  if scalars.allSatisfy({ (0x1F1E6...0x1F1FF).contains($0.value) }) { return 2 }
  return scalars.map(width).max() ?? 0
}

/// How many columns a text without ends of line takes.
///
/// - Parameter text: UTF-8.
public func displayWidth(of text: some Collection<UInt8>) -> Int {
  if text.allSatisfy({ $0 < 0x80 }) { return text.count }
  return String(decoding: text, as: UTF8.self).reduce(0) { $0 + displayWidth(of: $1) }
}

private func width(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return scalar == "\u{AD}" ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return isDeceptive(scalar) ? 1 : 0
  default: break
  }
  return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
}

/// The blocks that are wide as a whole. Source: Unicode, EastAsianWidth.txt, classes W and F.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
    true
  default: false
  }
}
