import LSP
import Rules
import SourceText

/// The door between the protocol's positions and the bytes below. Nothing else converts one into the other.
///
/// The coordinate systems of this project:
///
/// - **Byte offset** (`Int`, `Range<Int>`): UTF-8 bytes from the start of the text, a byte order mark counted. All of
///   SourceText, Transcript, Formats, Rules and Features speak it and nothing else.
/// - **`SourceText.Position`**: line and column from 0; the column counts the units of a `PositionEncoding`.
/// - **`LSP.Position`**: line and character from 0 as they stand on the wire; the character counts the units that
///   client and server agreed on: UTF-16 code units unless the client offers others.
/// - Lines and columns from 1, columns in Unicode scalars, are for people and exist only on the command line.
///
/// Incoming positions may lie anywhere and are clamped: past the end of a line is its end, before its end-of-line
/// characters; past the last line is the end of the text; inside a character is its start. Outgoing positions are never
/// inside a character, since one editor loops for ever on them.
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

  /// A reversed range is taken the other way round: some clients send the selection as it was made.
  func offsets(_ range: PositionRange) -> Range<Int> {
    let (start, end) = (offset(range.start), offset(range.end))
    return min(start, end)..<max(start, end)
  }

  func range(_ offsets: Range<Int>) -> PositionRange {
    let positions = text.positions(of: offsets, in: encoding)
    return PositionRange(start: position(positions.lowerBound), end: position(positions.upperBound))
  }

  private func position(_ position: SourceText.Position) -> LSP.Position {
    LSP.Position(line: position.line, character: position.column)
  }

  func line(_ offset: Int) -> Int { text.line(at: offset) }

  func lines(of offsets: Range<Int>) -> ClosedRange<Int> {
    text.line(at: offsets.lowerBound)...text.line(at: offsets.upperBound)
  }

  func edits(_ edits: [Edit]) -> [WorkspaceEdit.TextEdit] {
    edits.map { WorkspaceEdit.TextEdit(range: range($0.range), newText: $0.replacement) }
  }
}
