import SourceText

/// The text in lines of at most `width` columns, broken at blanks. A wider word has a line of its own.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    let longer = line.isEmpty ? String(word) : "\(line) \(word)"
    if !line.isEmpty, shownWidth(of: longer) > width {
      lines.append(line)
      line = String(word)
    } else {
      line = longer
    }
  }
  return lines + [line]
}

/// The width of a text in columns of a terminal. Escape sequences for colours take none.
func shownWidth(of text: String) -> Int {
  var width = 0
  var isEscape = false
  for character in text {
    if character == "\u{1B}" { isEscape = true }
    if !isEscape { width += displayWidth(of: character) }
    if character == "m" { isEscape = false }
  }
  return width
}
