extension GrowingText {
  /// Transcripts of many short paragraphs. A search above or below each paragraph is slow in them.
  static let turns = [
    turns("healthy turns") { "\(person($0)): And this is turn \($0) of the evening. (\(clock($0 * 4)))" },
    turns("turns full of mistakes") { "\(person($0)): a  b  c  d , e (\(clock($0 * 4)))" },
    turns("turns that are nearly the same") {
      "\(person($0)): The light goes round, this is number \($0) of it. (\(clock($0 * 4)))"
    },
    turns("turns that are the same") { _ in "Henrike: The light goes round and round. (0:01)" },
    turns("one speaker for each turn") { "S\(word($0)): The light goes round. (\(clock($0 * 4)))" },
    turns("speakers whose names are alike") {
      "Henrike Lampe\(word($0).suffix(1)): The light goes round. (\(clock($0 * 4)))"
    },
    turns("a label that is misspelt again and again") {
      "\($0 % 6 == 5 ? "Henrike Lamqe" : "Henrike Lampe"): The light goes round. (\(clock($0 * 4)))"
    },
    turns("labels that are sentences") {
      $0.isMultiple(of: 2)
        ? "Henrike: Words. (\(clock($0 * 4)))" : "This label has too many words \(word($0)): Words. (\(clock($0 * 4)))"
    },
    turns("turns without a label") {
      $0 % 5 == 4 ? "The light goes round. (\(clock($0 * 4)))" : "Bo: The light goes round. (\(clock($0 * 4)))"
    },
    turns("colons without a label") { "\($0 > 4 ? "" : "Bo"): The light goes round. (\(clock($0 * 4)))" },
    turns("labels on lines of their own") {
      $0 < 4
        ? "\(person($0)): Good evening. (0:0\($0))" : $0.isMultiple(of: 2) ? person($0 / 2) : "the light goes round"
    },
    turns("times on lines of their own") {
      $0 == 0 ? "Bo: Good evening. (0:05)" : $0.isMultiple(of: 2) ? "(0:05)" : "the light goes round"
    },
    turns("blanks at the ends of lines") { "\(person($0)): The light goes round. (\(clock($0 * 4)))  " },
    turns("times in disorder") { "\(person($0)): The light goes round. (\(clock($0 &* 7919 % 9_000)))" },
    turns("times that run backwards") { "\(person($0)): The light goes round. (\(clock(90_000 - $0)))" },
    turns("times too close for their words, and some backwards") {
      "\(person($0)): a b c d e f g h i j k l m n o p (\(clock($0.isMultiple(of: 3) ? max(0, $0 - 400) : $0)))"
    },
    turns("times that cannot be read") { "\(person($0)): The light goes round. (0:\($0)x)" },
    turns("headers with one title") {
      $0.isMultiple(of: 2) ? "# The lantern" : "\(person($0 / 2)): The light goes round. (\(clock($0 * 4)))"
    },
    turns("headers without turns") { "# Lantern \($0)" },
    turns("silences between turns") {
      $0.isMultiple(of: 2)
        ? "<!-- tapescript-ignore double-space -->" : "\(person($0 / 2)): The  light. (\(clock($0 * 4)))"
    },
    turns("silences in a row") {
      $0 > 4 ? "<!-- tapescript-ignore double-space -->" : "\(person($0)): The  light. (\(clock($0 * 4)))"
    },
    GrowingText(name: "names in one silence", notation: "page") { size in
      "Bo: Hello. (0:01)\n\n<!-- tapescript-ignore double-space\(repeated(", time-gap", to: size)) -->\n\nBo: The  light. (0:02)\n"
    },
    GrowingText(name: "empty lines", notation: "page") { size in
      "Bo: Hello. (0:01)\(repeated("\n", to: size))Henrike: Hello. (0:02)\n\nBo: The  light. (0:03)\n"
    },
    GrowingText(name: "captions", notation: "captions") { size in
      counted(to: size) { "\(clock($0 * 3)) the light goes round and round\n" }
    },
  ]
}
