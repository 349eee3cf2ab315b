import JSON

/// The parameters of `textDocument/formatting` and `textDocument/rangeFormatting`.
/// Source: LSP 3.18, `DocumentFormattingParams`, `DocumentRangeFormattingParams`.
public struct FormattingParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// Nil for the whole document.
  public var range: PositionRange?
  /// Whether blanks at the ends of lines go. How far lines are indented follows from the notation.
  public var trimsLines: Bool
  /// Whether the last line gets an end.
  public var endsLastLine: Bool

  /// - Parameter hasRange: whether a part of the document is to be formatted; a range then has to be there.
  public init(_ json: JSONValue, hasRange: Bool) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    range = hasRange ? try PositionRange(json["range"]) : nil
    trimsLines = json["options"]["trimTrailingWhitespace"].bool ?? true
    endsLastLine = json["options"]["insertFinalNewline"].bool ?? true
  }
}
