import Rules
import SourceText

/// The line in which a finding begins, with the finding underlined, together with the lines of its related places:
///
///     11 |   sec: 75
///        |        -- 1:15
///     12 |   time: '1:51'
///        |          ^^^^
struct CodeFrame {
  let lines: [String]
  /// As wide as the widest line number.
  private let margin: Int
  private let terminal: Terminal

  /// An underlined stretch.
  private struct Mark {
    var range: Range<Int>
    /// Counted from 0.
    var line: Int
    var sign: Character
    var ink: Terminal.Ink
    /// The text behind the underline.
    var message = ""
  }

  init(_ finding: Finding, _ text: Text, _ terminal: Terminal) {
    var marks = finding.related.map {
      Mark(range: $0.range, line: text.line(at: $0.range.lowerBound), sign: "-", ink: .blue, message: " " + $0.message)
    }
    let line = text.line(at: finding.range.lowerBound)
    marks.append(Mark(range: finding.range, line: line, sign: "^", ink: finding.severity.ink))
    marks.sort { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }
    let margin = marks.map { String($0.line + 1).count }.max() ?? 0
    self.margin = margin
    self.terminal = terminal

    let bar = terminal.ink(.dim, "|")
    var shown: Int?
    lines = marks.flatMap { mark in
      let excerpt = Excerpt(text, line: mark.line, mark.range, width: terminal.width - margin - 5)
      let number = String(mark.line + 1)
      let underline = String(repeating: mark.sign, count: excerpt.underlineWidth) + visible(mark.message)
      let gap = shown.map { mark.line > $0 + 1 } ?? false
      shown = mark.line
      return (gap ? ["  \(terminal.ink(.dim, "..."))"] : []) + [
        "  \(blanks(margin - number.count))\(terminal.ink(.dim, number)) \(bar) \(excerpt.line)",
        "  \(blanks(margin)) \(bar) \(blanks(excerpt.indent))\(terminal.ink(mark.ink, underline))",
      ]
    }
  }

  /// A line below the frame.
  func note(_ name: String, _ text: String) -> String {
    "  \(blanks(margin)) \(terminal.ink(.dim, "=")) \(terminal.ink(.green, name)): \(text)"
  }
}
