import Rules
import SourceText

extension Finding {
  /// `page.txt:33:35: error: 14:34 is later than 13:36 below it. [time-order]`
  func headline(in file: FileFindings, _ terminal: Terminal) -> String {
    let place = file.text.place(of: range.lowerBound)
    let location = terminal.ink(.bold, "\(visible(file.name)):\(place.line):\(place.column):")
    let label = terminal.ink(severity.ink, "\(severity.name):")
    return "\(location) \(label) \(visible(message)) \(terminal.ink(.dim, "[\(rule)]"))"
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

extension Text {
  /// For people and machines that read reports: counted from 1, columns in Unicode scalars.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let position = position(of: offset, in: .utf32)
    return (position.line + 1, position.column + 1)
  }
}
