import SeededRandom

/// Texts made of what notations and YAML have a meaning for.
enum NastyText {
  private static let words = [
    "the", "tide", "and", "harbour", "of", "somebody", "it's", "don't", "lamp", "then", "boats", "a", "we", "café",
    "灯台",
    "🎙",
  ]
  private static let signs = [
    "yes", "no", "on", "Off", "~", "null", "<<", "=", "0x1F", "1.5e+3", ".inf", "-1", "+3", "0b1", "017", "0_8",
    "1_000", "1:40", "0:12", "190:20:30", "2001-01-02", "-", "--", "---", "...", "?", ":", "a:", ":b", "#", "#c", "c#d",
    "&x", "*y", "!z", "|", ">", "%", "@", "`", "{", "}", ",", "[", "]", "(1:02)", "[00:01:05]", "[laughs]", "Ada:",
    "<!--", "-->", "<<<<<<<", "=======", "\\", "'", "''", "\"", "\"so\"", "21 views0 comments", "Transcript",
  ]
  private static let characters = [
    "\t", "\n", "\n\n", " \n", "\n ", "\r", "\u{0}", "\u{07}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}",
    "\u{FEFF}",
    "\u{FFFD}", "\u{E000}", "\u{D7FF}", "\u{10FFFF}", "  ",
  ]

  /// - Parameter wild: whether it may have control characters, line breaks and blanks at its ends.
  static func random(wild: Bool, using generator: inout SeededGenerator) -> String {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    if chance(10) { return signs.randomElement(using: &generator)! }
    if chance(8) {
      let digits = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        "+-.0123456789_:eExbTZ".randomElement(using: &generator)!
      }
      return String(digits)
    }
    var text = ""
    for _ in 0..<[0, 1, 2, 3, 6, 14, 40].randomElement(using: &generator)! {
      text += (chance(25) ? signs : words).randomElement(using: &generator)!
      if wild, chance(6) { text += characters.randomElement(using: &generator)! }
      if !chance(4) { text += " " }
    }
    if chance(6) { text = String(repeating: "o", count: Int.random(in: 60...140, using: &generator)) + text }
    if !wild || chance(90) {
      while text.hasSuffix(" ") { text.removeLast() }
    }
    return wild && chance(4) ? " " + text : text
  }
}
