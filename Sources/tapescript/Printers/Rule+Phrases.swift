import JSON
import Rules

extension Rule {
  /// For people: all that the rule says of itself.
  func explanation(_ terminal: Terminal) -> String {
    let about = [summary, "\(why) \(fix.sentence)"].map {
      wrapped($0, width: terminal.width).joined(separator: "\n") + "\n"
    }
    let paragraphs =
      ["\(terminal.ink(.bold, id)): \(level(terminal))\n"] + about + (options.isEmpty ? [] : [settings(terminal)])
    return (paragraphs + ["\(Rule.page(of: id))\n"]).joined(separator: "\n")
  }

  /// For people: a row for each option.
  private func settings(_ terminal: Terminal) -> String {
    var table = Table([.left, .left], width: terminal.width)
    table.add(["option", "meaning"].map { terminal.ink(.dim, $0) })
    for option in options { table.add([option.name, "\(option.about) Default: \(option.standard)."]) }
    return table.text
  }

  /// For people: a row for each rule.
  static func table(_ terminal: Terminal) -> String {
    var table = Table([.left, .left, .left, .left], width: terminal.width)
    table.add(["rule", "severity", "fix", "what it finds"].map { terminal.ink(.dim, $0) })
    for rule in all { table.add([rule.id, rule.level(terminal), rule.fix.word, rule.summary]) }
    return table.text
  }

  /// As `docs/cli.md` describes it.
  var json: JSONValue {
    .object([
      ("id", .string(id)), ("summary", .string(summary)), ("severity", .string(severity.name)), ("on", .bool(isOn)),
      ("fix", .string(fix.rawValue)), ("why", .string(why)), ("options", .array(options.map(\.json))),
      ("page", .string(Rule.page(of: id))),
    ])
  }

  private func level(_ terminal: Terminal) -> String {
    isOn ? terminal.ink(severity.ink, severity.name) : terminal.ink(.dim, "off")
  }
}

extension Rule.Option {
  fileprivate var json: JSONValue {
    .object([("name", .string(name)), ("default", standard.json), ("about", .string(about))])
  }
}

extension Rule.Option.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .flag(let flag): .bool(flag)
    case .words(let words): .array(words.map { .string($0) })
    }
  }
}

extension Rule.FixKind {
  var sentence: String {
    switch self {
    case .none: "Its findings cannot be fixed automatically."
    case .offered: "Fixes are offered, and a person should look at each."
    case .safe: "The fix is safe: nobody needs to look at it."
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
