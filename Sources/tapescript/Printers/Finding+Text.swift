import Rules
import SourceText

extension Finding {
  /// The headline, the line with the stretch underlined, what has to do with it, and what mends it.
  func text(in text: Text, of file: String, _ terminal: Terminal) -> String {
    let place = text.place(of: range.lowerBound)
    let location = terminal.ink(.bold, "\(visible(file)):\(place.line):\(place.column):")
    let label = terminal.ink(severity.ink, "\(severity.name):")
    let id = terminal.ink(.dim, "[\(rule)]")
    var lines = ["\(location) \(label) \(visible(message)) \(id)"]

    let frame = CodeFrame(self, text, terminal)
    lines += frame.lines
    if let fix = fixes.first { lines.append(frame.note("fix", visible(fix.title))) }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Severity {
  var ink: Terminal.Ink {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .information: .blue
    case .hint: .cyan
    }
  }
}
