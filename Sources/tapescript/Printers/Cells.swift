import SourceText

/// A piece of a line as a terminal shows it: its characters, and how many columns they take.
struct Cells {
  private var cells: [(text: String, width: Int)] = []
  private(set) var width = 0

  /// - Parameter column: where the piece begins, counted from 0; tabs lead to the next multiple of 4.
  init(_ text: String, at column: Int) {
    for character in text {
      if character == "\t" {
        let blanks = 4 - (column + width) % 4
        append(String(repeating: " ", count: blanks), blanks)
      } else if let byte = character.asciiValue, (0x20..<0x7F).contains(byte), character.utf8.count == 1 {
        append(String(character), 1)
      } else {
        append(visible(String(character)), displayWidth(of: character))
      }
    }
  }

  var string: String { cells.map(\.text).joined() }

  /// Cuts the end off where the piece is too wide, and marks the cut with `…`.
  mutating func keepFirst(_ limit: Int) {
    guard width > limit else { return }
    while width > limit - 1, let last = cells.popLast() { width -= last.width }
    if limit > 0 { append("…", 1) }
  }

  /// Cuts the beginning off where the piece is too wide, and marks the cut with `…`.
  mutating func keepLast(_ limit: Int) {
    guard width > limit else { return }
    var kept = Cells("", at: 0)
    for cell in cells.reversed() {
      guard kept.width + cell.width < limit else { break }
      kept.append(cell.text, cell.width)
    }
    if limit > 0 { kept.append("…", 1) }
    kept.cells.reverse()
    self = kept
  }

  private mutating func append(_ text: String, _ width: Int) {
    cells.append((text, width))
    self.width += width
  }
}
