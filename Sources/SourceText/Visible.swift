/// The text with a visible sign for everything that a terminal or an editor would act on, so that no file can move the
/// cursor, change the colours, turn the order of what is shown, or begin a line of its own.
///
/// This is the only place that decides what is shown of a text, a name or a setting; all printers and all answers of the
/// server go through it.
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

/// Whether the scalar turns the direction of what follows it, or ends a line for some.
public func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Whether one of the bytes can belong to such a scalar: most texts have none, and it costs no decoding to see that. A text
/// with a dash or an ellipsis has some.
private func mayActOnTerminals(_ text: String) -> Bool {
  text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
}
