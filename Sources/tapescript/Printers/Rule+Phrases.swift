import Rules

extension Rule {
  /// For people: all that the rule says of itself.
  func explanation(_ terminal: Terminal) -> String {
    """
    \(terminal.ink(.bold, id)): \(level(terminal))

    \(why)
    \(repair.sentence)

    \(Rule.page(of: id))

    """
  }

  /// For people: a row for each rule.
  static func table(_ terminal: Terminal) -> String {
    var table = Table([.left, .left, .left, .left])
    table.add(["rule", "severity", "repair", "why"].map { terminal.ink(.dim, $0) })
    for rule in all { table.add([rule.id, rule.level(terminal), rule.repair.word, rule.why]) }
    return table.text
  }

  /// As `docs/cli.md` describes it.
  var json: JSON {
    .object([
      ("id", .string(id)), ("severity", .string(severity.name)), ("on", .bool(isOn)),
      ("repair", .string(repair.rawValue)), ("why", .string(why)), ("page", .string(Rule.page(of: id))),
    ])
  }

  private func level(_ terminal: Terminal) -> String {
    isOn ? terminal.ink(severity.ink, severity.name) : terminal.ink(.dim, "off")
  }
}

extension Rule.Repair {
  var sentence: String {
    switch self {
    case .none: "There is no automatic repair."
    case .offered: "Repairs are offered; each needs a look."
    case .safe: "The repair can be made without a look."
    }
  }

  fileprivate var word: String {
    switch self {
    case .none: ""
    case .offered: "offered"
    case .safe: "safe"
    }
  }
}
