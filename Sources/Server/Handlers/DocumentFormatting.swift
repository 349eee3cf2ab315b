import JSON
import LSP

/// Source: LSP 3.18, `textDocument/formatting` and `textDocument/rangeFormatting`.
extension Session {
  mutating func formatting(_ json: JSONValue) throws(InvalidParams) -> Answer {
    format(try FormattingParams(json, hasRange: false))
  }

  mutating func rangeFormatting(_ json: JSONValue) throws(InvalidParams) -> Answer {
    format(try FormattingParams(json, hasRange: true))
  }

  private mutating func format(_ params: FormattingParams) -> Answer {
    guard var document = documents[params.uri] else { return Self.nothing }
    let convert = Convert(document.text, capabilities.encoding)
    var rules = Formatting.rules
    if !params.trimsLines { rules.remove("trailing-space") }
    if !params.endsLastLine { rules.remove("final-newline") }
    let edits = Formatting.edits(of: &document, in: params.range.map(convert.offsets), rules: rules)
    let changed = convert.edits(edits)
    return { $0.array { for edit in changed { edit.write(to: &$0) } } }
  }
}
