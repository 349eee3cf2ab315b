import Transcript

/// The front matter that may stand before everything, from its first `---` to its last; or, in TOML, from `+++` to `+++`.
struct Head {
  enum State {
    case before, inside, insideTOML, behind
  }

  private(set) var state = State.before
  /// Whether a value is one that a program fills in.
  private(set) var isTemplate = false

  /// Takes the next line, and says whether it closes the front matter.
  mutating func take(_ line: Range<Int>, _ lines: LineCursor) -> Bool {
    switch state {
    case .before where lines.isBlank(line): return false
    case .before: state = lines.isFence(line) ? .inside : lines.isFenceOfTOML(line) ? .insideTOML : .behind
    case .insideTOML where lines.isFenceOfTOML(line):
      state = .behind
      return true
    case .insideTOML: break
    case .inside where lines.isFence(line):
      state = .behind
      return true
    case .inside: isTemplate = isTemplate || holdsPlaceholder(line, lines)
    case .behind: break
    }
    return false
  }

  /// `title: {{ title }}`.
  private func holdsPlaceholder(_ line: Range<Int>, _ lines: LineCursor) -> Bool {
    guard let key = lines.key(at: lines.trimmed(line.prefix(300))) else { return false }
    var value = lines.trimmed((key.upperBound + 1)..<line.upperBound)
    if let first = value.first, lines[first] == UInt8(ascii: "\"") || lines[first] == UInt8(ascii: "'") {
      value = value.dropFirst()
    }
    return lines.begins(value, with: "{{")
  }
}
