import JSON
import LSP
import SourceText

/// Source: LSP 3.18, `textDocument/formatting` and `textDocument/rangeFormatting`.
extension Session {
  mutating func formatting(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    format(try FormattingParams(json, hasRange: false))
  }

  mutating func rangeFormatting(_ json: JSONValue) throws(InvalidParams) -> Outcome {
    format(try FormattingParams(json, hasRange: true))
  }

  /// A long text is read several times, so that is done beside the session, with a copy.
  private mutating func format(_ params: FormattingParams) -> Outcome {
    guard var document = documents[params.uri] else { return .answer(Self.nothing) }
    let encoding = capabilities.encoding
    guard document.text.count > Self.mostFormattedAtOnce, let copy = documents[params.uri]?.copy else {
      return .answer(Self.write(Self.edits(of: &document, params, encoding) { false }))
    }
    return .work(on: .one(params.uri)) { job in
      var document = copy()
      let edits = Self.edits(of: &document, params, encoding) { job.isCancelled }
      guard !job.isCancelled else { throw Cancelled() }
      return Self.write(edits)
    }
  }

  /// In bytes. Formatting a shorter text mostly takes less than 20 ms.
  private static let mostFormattedAtOnce = 200_000

  private static func edits(
    of document: inout OpenDocument, _ params: FormattingParams, _ encoding: PositionEncoding,
    isCancelled: () -> Bool
  ) -> [WorkspaceEdit.TextEdit] {
    let convert = Convert(document.text, encoding)
    var rules = Formatting.rules
    if !params.trimsLines { rules.remove("trailing-space") }
    if !params.endsLastLine { rules.remove("final-newline") }
    let edits = Formatting.edits(
      of: &document, in: params.range.map(convert.offsets), rules: rules, isCancelled: isCancelled)
    return convert.edits(edits)
  }

  private static func write(_ edits: [WorkspaceEdit.TextEdit]) -> Answer {
    { $0.array { for edit in edits { edit.write(to: &$0) } } }
  }
}
