import Rules

extension GrowingText {
  /// Transcripts with one long line each. A search that starts over at each character of one kind is slow in them.
  static let paragraphs = [
    paragraph("plain words", "and so we climb the stair "),
    paragraph("two blanks between words", "lamp  oil  "),
    paragraph("marks of all kinds", "the the words [laughs]Yes and so , on ?yes -- so "),
    paragraph("wide letters and two blanks", "über  die  "),
    paragraph("two blanks in a row, all the way", "  ", then: "end"),
    paragraph("marks of direction", "a\u{200E}"),
    paragraph("marks that cannot be seen in damaged letters", "Ã¶\u{200B} "),
    paragraph("blanks that do not break", "a\u{A0}"),
    paragraph("a letter behind each bracket", "]A"),
    paragraph("a long note, then a letter behind each bracket") {
      "[" + repeated("a", to: $0 / 2) + repeated("]A", to: $0 / 2)
    },
    paragraph("brackets that stay open", "(a "),
    paragraph("brackets that were never open", "a) "),
    paragraph("brackets of two kinds, crossed", "(a] "),
    paragraph("smileys in an open bracket", "(a:)"),
    paragraph("backticks", "`"),
    paragraph("runs of backticks, each longer") { counted(to: $0) { repeated("`", to: $0 + 1) + " " } },
    paragraph("short spans of code", "`a`  "),
    paragraph("targets of links that do not end", "](a "),
    paragraph("tags that do not end", "<a "),
    paragraph("hyphens behind an at", "a-", then: "@ b-b-b-b"),
    paragraph("addresses", "www.lamp.example/a-b-c, "),
    paragraph("single quotes", "'a ", by: curly),
    paragraph("quotes that open and never close", "“a "),
    paragraph("straight quotes over curly ones", "“a \"b\"c "),
    paragraph("curly quotes, then straight ones") { repeated("“", to: $0 / 2) + repeated("a\"", to: $0 / 2) },
    paragraph("questions without words", "?? and "),
    paragraph("dashes", "a - b -- c ", by: everything),
    paragraph("dots", "a... b…. ", by: everything),
    paragraph("a mark after each blank", "so , and "),
    paragraph("words twice", "we we say it "),
    paragraph("words that a glossary knows", "lampoil and lamp oil ", by: glossary),
    paragraph("words that begin as a glossary does", "lamp lamp ", by: glossary),
    paragraph("notes", "[laughs] (inaudable) "),
    paragraph("one word without an end", "a"),
    paragraph("colons", "so: and: "),
    paragraph("a time of many digits", "1:23:"),
  ]

  private static var curly: Settings {
    var settings = Settings()
    settings.choices["quote-style"] = .init(severity: .hint, options: ["curly": .flag(true)])
    return settings
  }

  private static var everything: Settings {
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = .init(isOn: true) }
    return settings
  }

  static var glossary: Settings {
    var settings = Settings()
    settings.glossary = (0..<500).map { .init(wrong: "lamp oil \(word($0))", right: "Lamp Oil \($0)") }
    settings.glossary.append(.init(wrong: "lampoil", right: "lamp oil"))
    return settings
  }
}
