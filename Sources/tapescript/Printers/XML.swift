import SourceText

/// The text as it may stand in XML, between tags and in a value between quotes.
///
/// Source: Extensible Markup Language (XML) 1.0, sections 2.2 and 2.4. Some characters are not allowed even when
/// escaped; a visible sign replaces them. White space in a value would be read as blanks, so it is written as a number.
func xml(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&apos;"
    case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
    case "\u{0}"..."\u{1F}", "\u{7F}": escaped += visible(String(scalar))
    case "\u{80}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
    // A terminal on which the file is shown would act on it.
    case _ where isDeceptive(scalar): escaped += "&#\(scalar.value);"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
