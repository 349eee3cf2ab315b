import Rules

extension FileSettings {
  /// One setting as it is listed for people.
  public struct Line: Sendable, Equatable {
    public let key: String
    public let value: String
    /// Nil for a default of the tool.
    public let origin: Origin?
  }

  /// All settings, defaults included.
  public var lines: [Line] {
    var lines = [
      line("profile", profile.name), line("failOn", (failOn ?? .error).name),
      line("notation", notation.name ?? "detected"),
    ]
    if let cueProfile { lines.append(line("cues", cueProfile.name)) }
    for own in notation.known.own { lines.append(line("notations.\(own.name)", own.template.source)) }
    if let media { lines.append(line("media", media)) }
    if !siblings.isEmpty { lines.append(line("siblings", list(siblings))) }
    if !chapters.isEmpty { lines.append(line("chapters", list(chapters))) }
    if let people { lines.append(line("people", "\(people.key) in \(people.patterns.joined(separator: ", "))")) }
    for person in rules.speakers {
      let more = (person.isHost ? ["host"] : []) + (person.aliases.isEmpty ? [] : ["also " + list(person.aliases)])
      lines.append(line("speakers.\(person.name)", more.isEmpty ? "speaker" : more.joined(separator: ", ")))
    }
    for term in rules.glossary { lines.append(line("glossary.\(term.wrong)", term.right)) }
    for rule in Rule.all {
      let key = "rules.\(rule.id)"
      lines.append(line(key, rules.isOn(rule) ? rules.severity(of: rule).name : "off"))
      for option in rule.options {
        let value = rules.choices[rule.id]?.options[option.name] ?? option.standard
        lines.append(line("\(key).\(option.name)", value.description))
      }
    }
    return lines
  }

  private func line(_ key: String, _ value: String) -> Line { Line(key: key, value: value, origin: origins[key]) }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
