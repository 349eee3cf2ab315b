import JSON
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
    JSONWriter.text {
      $0.object {
        $0.member("file", file)
        $0.member("rule", rule)
        $0.member("severity", severity.name)
        $0.member("message", message)
        $0.write(start: range, in: text)
        $0.write(end: range, in: text)
        $0.member("related") {
          $0.array { for related in related { related.write(to: &$0, in: text, of: file) } }
        }
        $0.member("fixes") { $0.array { for fix in fixes { fix.write(to: &$0, in: text) } } }
      }
    }
  }
}

extension Finding.Related {
  fileprivate func write(to writer: inout JSONWriter, in text: Text, of file: String) {
    writer.object {
      $0.member("file", file)
      $0.write(start: range, in: text)
      $0.member("message", message)
    }
  }
}

extension Fix {
  fileprivate func write(to writer: inout JSONWriter, in text: Text) {
    writer.object {
      $0.member("title", title)
      $0.member("safe", isSafe)
      $0.member("edits") { $0.array { for edit in edits { edit.write(to: &$0, in: text) } } }
    }
  }
}

extension Edit {
  fileprivate func write(to writer: inout JSONWriter, in text: Text) {
    writer.object {
      $0.write(start: range, in: text)
      $0.write(end: range, in: text)
      $0.member("text") { $0.value(utf8: replacement) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(start range: Range<Int>, in text: Text) {
    let place = text.place(of: range.lowerBound)
    member("line", place.line)
    member("column", place.column)
  }

  /// Behind the last scalar of the range.
  fileprivate mutating func write(end range: Range<Int>, in text: Text) {
    let place = text.place(of: range.upperBound)
    member("endLine", place.line)
    member("endColumn", place.column)
  }
}
