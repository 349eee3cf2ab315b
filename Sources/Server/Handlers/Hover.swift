import Features
import JSON
import LSP
import Rules
import SourceText

/// Source: LSP 3.18, `textDocument/hover`.
extension Session {
  mutating func hover(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    guard let text = documents[params.uri]?.text else { return Self.nothing }
    let convert = Convert(text, capabilities.encoding)
    let offset = convert.offset(params.position)
    // The place right behind the last character counts too, since the caret can stand there.
    let found =
      documents[params.uri]?.findings.filter { $0.range.touches(offset) } ?? []
    let about = documents[params.uri]?.reading.flatMap {
      Features.hover($0, at: offset, recording: documents[params.uri]?.recording)
    }
    guard let range = about?.range ?? found.first?.range else { return hoverNotation(params, text, offset) }
    let format = capabilities.hoverFormat
    let value =
      switch format {
      case .markdown: ([about?.markdown] + found.map(\.markdown)).compactMap(\.self).joined(separator: "\n\n---\n\n")
      case .plaintext: ([about?.plainText] + found.map(\.plainText)).compactMap(\.self).joined(separator: "\n\n")
      }
    return LSP.Hover(kind: format, value: value, range: convert.range(range)).write
  }

  /// On the first line, the hover says in which notation the document is read, and why.
  private mutating func hoverNotation(_ params: TextDocumentPositionParams, _ text: Text, _ offset: Int) -> Answer {
    guard text.line(at: offset) == 0, let explanation = documents[params.uri]?.explanation else { return Self.nothing }
    let format = capabilities.hoverFormat
    let value = format == .markdown ? escapeMarkdown(explanation) : visible(explanation)
    let range = Convert(text, capabilities.encoding).range(text.content(ofLine: 0))
    return LSP.Hover(kind: format, value: value, range: range).write
  }
}

extension Finding {
  /// The message, the rule's reason, and the rule's page.
  fileprivate var markdown: String {
    let lines = ["**[\(rule)](\(Rule.page(of: rule)))**", escapeMarkdown(message), why ?? ""]
    return lines.filter { !$0.isEmpty }.joined(separator: "  \n")
  }

  fileprivate var plainText: String { [rule, visible(message), why].compactMap(\.self).joined(separator: "\n") }

  private var why: String? { Rule.named(rule)?.why }
}
