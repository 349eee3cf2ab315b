import LSP
import Rules
import SourceText

/// Converts between the protocol's positions and byte offsets. No other code does this.
///
/// The coordinate systems of this project:
///
/// - **Byte offset** (`Int`, `Range<Int>`): UTF-8 bytes from the start of the text, a byte order mark counted. All of
///   SourceText, Transcript, Formats, Rules and Features speak it and nothing else.
/// - **`SourceText.Position`**: line and column from 0; the column counts the units of a `PositionEncoding`.
/// - **`LSP.Position`**: line and character from 0 as they stand on the wire; the character counts the units that
///   client and server agreed on: UTF-16 code units unless the client offers others.
/// - Lines and columns from 1, with columns in Unicode scalars, are shown to people, and only on the command line.
///
/// An incoming position may lie anywhere and is clamped: past the end of a line, to the end of its text; past the last
/// line, to the end of the document; inside a character, to the start of that character. An outgoing position is never
/// inside a character, because one editor then loops for ever.
struct Convert {
  let text: Text
  let encoding: PositionEncoding

  init(_ text: Text, _ encoding: PositionEncoding) {
    self.text = text
    self.encoding = encoding
  }

  func offset(_ position: LSP.Position) -> Int {
    text.offset(of: SourceText.Position(line: position.line, column: position.character), in: encoding)
  }

  /// A reversed range is turned around: some clients send a selection with its end first.
  func offsets(_ range: PositionRange) -> Range<Int> {
    let (start, end) = (offset(range.start), offset(range.end))
    return min(start, end)..<max(start, end)
  }

  func range(_ offsets: Range<Int>) -> PositionRange {
    let positions = text.positions(of: offsets, in: encoding)
    return PositionRange(start: position(positions.lowerBound), end: position(positions.upperBound))
  }

  /// The same for many ranges, sooner if they are in order.
  func ranges(_ offsets: some Sequence<Range<Int>>) -> [PositionRange] {
    var line = 0
    return offsets.map { offsets in
      let positions = text.positions(of: offsets, in: encoding, from: line)
      line = positions.lowerBound.line
      return PositionRange(start: position(positions.lowerBound), end: position(positions.upperBound))
    }
  }

  private func position(_ position: SourceText.Position) -> LSP.Position {
    LSP.Position(line: position.line, character: position.column)
  }

  func line(_ offset: Int) -> Int { text.line(at: offset) }

  /// The lines that a range touches, in bytes. The last line of a text has no end.
  func lines(of offsets: Range<Int>) -> Range<Int> {
    let next = text.line(at: offsets.upperBound) + 1
    return text.lineStarts[text.line(at: offsets.lowerBound)]..<(next < text.lineCount ? text.lineStarts[next] : .max)
  }

  func edits(_ edits: [Edit]) -> [WorkspaceEdit.TextEdit] {
    zip(ranges(edits.lazy.map(\.range)), edits).map { WorkspaceEdit.TextEdit(range: $0, newText: $1.replacement) }
  }
}
