/// The text with a visible sign for everything that a terminal would act on, so that no file can move the cursor, change
/// the colours or turn the order of what is shown.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isControl($0) || isDeceptive($0) }) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: shown.append("\u{2421}")
    default: shown.append(isControl(scalar) || isDeceptive(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(shown)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}

/// Whether the scalar turns the direction of what follows it, or ends a line for some.
func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
