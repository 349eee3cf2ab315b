import Configuration
import Files
import JSON
import SourceText

/// The settings of some files, and where each was set.
struct SettingsList {
  private let subjects: [Subject]

  init(_ subjects: [Subject]) {
    self.subjects = subjects
  }

  func write(_ options: ReportOptions, _ isWrong: Bool) throws {
    try printOut(options.format == .json ? json : text(options.terminal))
    if subjects.isEmpty { complain("tapescript: no file was found") }
    if subjects.isEmpty || isWrong { throw ExitStatus.failure }
  }

  private func text(_ terminal: Terminal) -> String {
    subjects.map { subject in
      let state = subject.settings.isExcluded ? " (excluded)" : ""
      return
        "\(terminal.ink(.bold, visible(subject.source.name)))\(state)\n\n\(table(subject.settings.lines, terminal))"
    }.joined(separator: "\n")
  }

  /// One array, an object for each file.
  private var json: String {
    let files = subjects.map { subject in
      JSONValue.object([
        ("file", .string(subject.source.name)), ("excluded", .bool(subject.settings.isExcluded)),
        ("settings", .array(subject.settings.lines.map(\.json))),
      ]).text
    }
    return "[" + files.joined(separator: ",\n") + "]\n"
  }
}

/// Settings as a table. A default has no place and, where there are colours, is dimmed.
func table(_ lines: [FileSettings.Line], _ terminal: Terminal) -> String {
  var table = Table([.left, .left], width: terminal.width)
  for line in lines {
    let (key, value) = (visible(line.key), visible(line.value))
    if let origin = line.origin {
      let place = visible("\(shownPath(origin.path)):\(origin.line):\(origin.column)")
      table.add([key, "\(value)  \(terminal.ink(.blue, place))"])
    } else {
      table.add([terminal.ink(.dim, key), terminal.ink(.dim, value)])
    }
  }
  return table.text
}

extension FileSettings.Line {
  var json: JSONValue {
    let place = origin.map { origin -> JSONValue in
      .object([
        ("file", .string(shownPath(origin.path))), ("line", .integer(origin.line)), ("column", .integer(origin.column)),
      ])
    }
    return .object([("key", .string(key)), ("value", .string(value)), ("from", place ?? .null)])
  }
}
