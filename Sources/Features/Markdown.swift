import SourceText

/// One line of Markdown that shows the text as it is; characters that a terminal would act on get a visible sign.
///
/// A backslash or an entity escapes all characters that could begin emphasis, code, links or HTML, and in some clients
/// strikethrough or formulas. At the beginning of the line it also escapes those that could begin a heading, a list or
/// an underline. Everything else stays, since some clients show the source of Markdown. Source: CommonMark 0.31,
/// "Backslash escapes" and "Container blocks".
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
