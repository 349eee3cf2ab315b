/// Text that stays text in Markdown: what makes emphasis, code, links, headings, tables or HTML gets a backslash or its
/// entity.
func escapedForMarkdown(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\n", "\r": escaped += " "
    case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "~", "|", "!", "$": escaped += "\\\(scalar)"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
