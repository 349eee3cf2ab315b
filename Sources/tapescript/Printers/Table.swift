/// Columns of text, each as wide as its widest entry.
struct Table {
  enum Alignment {
    case left, right
  }

  private let alignments: [Alignment]
  /// The width of the whole table. A text that does not fit into the last column is continued on further lines.
  private let width: Int
  private var rows: [[String]] = []

  /// A narrower column of words cannot be read.
  private static let narrowest = 24

  init(_ alignments: [Alignment], width: Int = .max) {
    self.alignments = alignments
    self.width = width
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  var text: String {
    let widths = alignments.indices.map { column in rows.map { shownWidth(of: $0[column]) }.max() ?? 0 }
    let last = alignments.count - 1
    let before = widths[..<last].reduce(0) { $0 + $1 + 2 }
    let room = max(Self.narrowest, width - before)
    return rows.flatMap { row -> [String] in
      let lines = widths[last] > room ? wrapped(row[last], width: room) : [row[last]]
      let fields = alignments[..<last].indices.map { aligned(row[$0], alignments[$0], to: widths[$0]) + "  " }
      return lines.enumerated().map { number, text in
        let text = aligned(text, alignments[last], to: min(widths[last], room))
        return (number == 0 ? fields.joined() : blanks(before)) + text
      }
    }.map { line in
      line.prefix(line.count - line.reversed().prefix { $0 == " " }.count) + "\n"
    }.joined()
  }

  private func aligned(_ text: String, _ alignment: Alignment, to width: Int) -> String {
    let rest = blanks(width - shownWidth(of: text))
    return alignment == .left ? text + rest : rest + text
  }
}

/// A number of blanks; none for a negative number.
func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
