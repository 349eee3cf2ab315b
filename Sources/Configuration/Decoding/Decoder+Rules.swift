import JSON
import Rules
import SourceText

extension Decoder {
  /// `{"time-gap": "warning", "filler": {"severity": "on", "words": ["um"]}}`
  mutating func rules(_ node: JSONValue) -> [Statement] {
    members(of: node, named: "rules", known: nil).flatMap { member in
      guard let rule = Rule.named(member.name) else {
        note(
          member.nameRange,
          "There is no rule “\(shortened(member.name))”" + didYouMean(member.name, among: Rule.all.map(\.id)))
        return [Statement]()
      }
      switch member.value.content {
      case .string: return severity(member.value, of: rule).map { [$0] } ?? []
      case .object: return choices(member.value, of: rule)
      default:
        wrongKind(member.value, rule.id, "a severity, “on”, “off”, or an object with options")
        return []
      }
    }
  }

  private mutating func choices(_ node: JSONValue, of rule: Rule) -> [Statement] {
    members(of: node, named: rule.id, known: ["severity"] + rule.options.map(\.name)).compactMap { member in
      guard let option = rule.options.first(where: { $0.name == member.name }) else {
        return severity(member.value, of: rule)
      }
      return value(member.value, of: option, of: rule).map {
        Statement(
          key: "rules.\(rule.id).\(option.name)", range: member.value.range,
          setting: .option($0, name: option.name, rule: rule.id))
      }
    }
  }

  private mutating func severity(_ node: JSONValue, of rule: Rule) -> Statement? {
    let words = Severity.allCases.map(\.name) + Key.switches
    let setting = word(node, "The severity of \(rule.id)", among: words) { word -> Setting? in
      switch word {
      case "on": .isOn(true, rule: rule.id)
      case "off": .isOn(false, rule: rule.id)
      default: Severity(name: word).map { .severity($0, rule: rule.id) }
      }
    }
    return setting.map { Statement(key: "rules.\(rule.id)", range: node.range, setting: $0) }
  }

  private mutating func value(_ node: JSONValue, of option: Rule.Option, of rule: Rule) -> Rule.Option.Value? {
    let name = "“\(option.name)” of \(rule.id)"
    switch (option.standard, node.content) {
    case (.number, .integer), (.number, .double):
      let number = node.double ?? .nan
      if Rule.Option.numbers.contains(number) { return .number(number) }
      note(node.range, "\(name) must be between 0 and \(Int(Rule.Option.numbers.upperBound))")
    case (.flag, .bool(let flag)): return .flag(flag)
    case (.words, .string), (.words, .array): return .words(strings(node, name).map(\.0))
    case (.number, _): wrongKind(node, name, "a number")
    case (.flag, _): wrongKind(node, name, "true or false")
    case (.words, _): wrongKind(node, name, "a list of strings")
    }
    return nil
  }
}
