extension GrowingText {
  /// Front matter: blocks with thousands of parts, values of any length, and lines that do not belong to it.
  static let frontMatter = [
    frontMatter("items", items: { counted(to: $0) { item($0, "the light goes round") } }),
    frontMatter(
      "items without seconds",
      items: { counted(to: $0) { "- line: the light \($0)\n  time: '\(clock($0))'\n  who: Bo\n" } }),
    frontMatter("items with a colon in each line", items: { counted(to: $0) { item($0, "so: a: b \($0)") } }),
    frontMatter("one item with many keys", items: { size in item(0, "hello") + counted(to: size) { "  k\($0): y\n" } }),
    frontMatter("one key again and again", entries: { repeated("key: v\n", to: $0) }),
    frontMatter(
      "ids and links",
      entries: { size in
        "ids:\n" + counted(to: size / 2) { "  k\($0): a\n" } + "links:\n" + counted(to: size / 2) { "  k\($0): b\n" }
      }),
    frontMatter(
      "guests whom nobody knows",
      entries: { size in "guests: [\((0..<max(1, size / 20)).map { "guest\($0)" }.joined(separator: ", "))]\n" },
      items: { size in counted(to: size / 2) { item($0, "hello", speaker: "Person \(word($0)) Lampe") } }),
    frontMatter(
      "names of any length",
      items: { size in
        (0..<5).map { item($0, "hello", speaker: "'a" + repeated("x", to: size / 6) + "'") }.joined()
          + item(5, "hello", speaker: "'a" + repeated("y", to: size / 6) + "'")
      }),
    frontMatter("lines that are no entries", items: { item(0, "hello") + repeated("xxx yyy\n", to: $0) }),
    frontMatter("entries and loose lines", entries: { repeated("Links:\nhello\n", to: $0) }),
    frontMatter("items behind tabs", items: { repeated("\t- x\n", to: $0) + item(1, "hello") }),
    value("a hash behind each word", "x#  y "),
    value("a blank before each colon", "x :y "),
    value("escaped ends of line", "a\\nb ", quote: "\""),
    value("empty lines in quotes", "\n", quote: "\""),
    value("doubled apostrophes", "''s  a ", quote: "'"),
    value("backslashes", "\\q ", quote: "\""),
    value("a value folded over lines", "the light\n    goes  round "),
  ]

  /// One value that grows.
  private static func value(_ name: String, _ unit: String, quote: String = "") -> GrowingText {
    frontMatter(name, items: { item(0, quote + "word " + repeated(unit, to: $0) + "end" + quote) + item(1, "you") })
  }
}
