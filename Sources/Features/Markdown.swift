import SourceText

/// One line of text that stays text in Markdown, with a visible sign for what a terminal would act on.
///
/// What makes emphasis, code, links, HTML, and in some clients strikethrough and formulas, gets a backslash or its
/// entity; so does, at the beginning, what would open a heading, a list or an underline. Nothing else does, since some
/// clients show Markdown as it is written. Source: CommonMark 0.31, "Backslash escapes" and "Container blocks".
public func escapeMarkdown(_ text: String) -> String {
  var escaped = ""
  var isBeginning = true
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\n", "\r": escaped += " "
    case "\\", "`", "*", "_", "[", "]", "~", "$": escaped += "\\\(scalar)"
    case "#", "+", "-", "=", ".", ")": escaped += isBeginning ? "\\\(scalar)" : String(scalar)
    case _ where actsOnTerminals(scalar): escaped += visible(String(scalar))
    default: escaped.unicodeScalars.append(scalar)
    }
    // `12.` opens a list as `-` does.
    isBeginning = isBeginning && (scalar == " " || ("0"..."9").contains(scalar))
  }
  return escaped
}
