import Rules
import SourceText

/// One array with all findings, one on a line.
struct JSONPrinter: Printer {
  let opening = "["
  let separator = ","

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    return file.findings.map { "\n" + $0.json(in: file.text, of: file.name) }.joined(separator: ",")
  }

  func closing(_ end: ReportEnd) -> String { end.isEmpty ? "]\n" : "\n]\n" }
}

/// The same without the array: each line is a whole value. Source: jsonlines.org.
struct JSONLinesPrinter: Printer {
  func piece(_ file: FileFindings) -> String? {
    file.findings.map { $0.json(in: file.text, of: file.name) + "\n" }.joined()
  }
}

extension Finding {
  /// As `docs/cli.md` describes it, on one line. Lines and columns count from 1, columns in Unicode scalars.
  fileprivate func json(in text: Text, of file: String) -> String {
    let members: [(String, JSON)] = [
      ("file", .string(file)), ("rule", .string(rule)), ("severity", .string(severity.name)),
      ("message", .string(message)),
    ]
    let rest: [(String, JSON)] = [
      ("related", .array(related.map { $0.json(in: text, of: file) })),
      ("fixes", .array(fixes.map { $0.json(in: text) })),
    ]
    return JSON.object(members + text.start(of: range) + text.end(of: range) + rest).text
  }
}

extension Finding.Related {
  fileprivate func json(in text: Text, of file: String) -> JSON {
    .object([("file", .string(file))] + text.start(of: range) + [("message", .string(message))])
  }
}

extension Fix {
  fileprivate func json(in text: Text) -> JSON {
    .object([
      ("title", .string(title)), ("safe", .bool(isSafe)), ("edits", .items(edits.count) { edits[$0].json(in: text) }),
    ])
  }
}

extension Edit {
  fileprivate func json(in text: Text) -> JSON {
    .object(
      text.start(of: range) + text.end(of: range) + [("text", .string(String(decoding: replacement, as: UTF8.self)))])
  }
}

extension Text {
  fileprivate func start(of range: Range<Int>) -> [(String, JSON)] {
    let place = place(of: range.lowerBound)
    return [("line", .int(place.line)), ("column", .int(place.column))]
  }

  /// Behind the last scalar of the stretch.
  fileprivate func end(of range: Range<Int>) -> [(String, JSON)] {
    let place = place(of: range.upperBound)
    return [("endLine", .int(place.line)), ("endColumn", .int(place.column))]
  }
}
