import Transcript

/// A length in words that people use: `45 s`, `12 min`, `1 h 5 min`.
func phrase(seconds: Double) -> String {
  let seconds = Int(seconds + 0.5)
  if seconds < 90 { return "\(seconds) s" }
  let minutes = (seconds + 30) / 60
  if minutes < 60 { return "\(minutes) min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}

/// `1 word`, `2 words`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A part of a whole in percent, without decimals.
func percent(_ part: Int, of whole: Int) -> String {
  whole == 0 ? "0 %" : "\((part * 200 + whole) / (whole * 2)) %"
}

/// A span with its length: `2:09 – 3:11 · 62 s`.
func phrase(_ span: (start: Time, end: Time)) -> String {
  span.end > span.start
    ? "\(span.start.description) – \(span.end.description) · \(phrase(seconds: span.end.seconds - span.start.seconds))"
    : span.start.description
}

/// The text without anything that Markdown or HTML would act on, so that a transcript stays text.
func escapeMarkdown(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\n", "\r": escaped += " "
    case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "~", ":", "$", "=", "\"", "'":
      escaped += "\\"
      escaped.unicodeScalars.append(scalar)
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
