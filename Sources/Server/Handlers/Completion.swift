import Configuration
import Features
import JSON
import LSP
import Rules
import SourceText

/// Source: LSP 3.18, `textDocument/completion`.
extension Session {
  mutating func completion(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentPositionParams(json)
    if isConfiguration(params.uri), let text = documents[params.uri]?.text { return proposals(params, text) }
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let client = capabilities.client.completion
    let convert = Convert(reading.text, capabilities.encoding)
    let chapters = documents[params.uri]?.chapters?.chapters.map { ($0.title, $0.start) } ?? []
    let found = completions(
      reading, at: convert.offset(params.position), rules: Rule.all.map { ($0.id, $0.summary) }, chapters: chapters)
    let items = found.enumerated().map { place, completion in
      CompletionItem(completion, at: place, of: params.uri, convert, client)
    }
    return { $0.array { for item in items { item.write(to: &$0) } } }
  }
}

extension Session {
  /// Keys and values in a configuration.
  private func proposals(_ params: TextDocumentPositionParams, _ text: Text) -> Answer {
    let convert = Convert(text, capabilities.encoding)
    let proposals = ConfigurationProposal.all(in: text, at: convert.offset(params.position))
    let items = proposals.enumerated().map { place, proposal in
      CompletionItem(
        label: proposal.name, kind: proposal.isKey ? .property : .value, detail: proposal.about,
        filterText: proposal.name, sortText: CompletionItem.sortText(place),
        edit: WorkspaceEdit.TextEdit(range: convert.range(proposal.range), newText: Array(proposal.text.utf8)),
        isSnippet: false, keepsIndentation: false, additionalEdits: [], target: nil)
    }
    return { $0.array { for item in items { item.write(to: &$0) } } }
  }
}

extension CompletionItem {
  /// Keeps an order: texts of one length are sorted like their numbers.
  fileprivate static func sortText(_ place: Int) -> String { String(1000 + min(place, 8999)) }

  init(
    _ completion: Completion, at place: Int, of uri: DocumentURI, _ convert: Convert,
    _ client: ClientCapabilities.Completion
  ) {
    let kind: Kind =
      switch completion.kind {
      case .speaker: .reference
      case .turn: .snippet
      case .time: .value
      case .key: .property
      case .note, .title: .text
      case .rule: .keyword
      }
    // Of a text with blanks that is no snippet, Neovim 0.11 inserts the first word.
    let isSnippet = client.snippets && (completion.placeholder != nil || completion.text.contains(" "))
    let name = completion.kind == .turn ? completion.filter : completion.label
    self.init(
      label: completion.label, kind: kind, detail: completion.detail, filterText: completion.filter,
      sortText: Self.sortText(place),
      edit: WorkspaceEdit.TextEdit(
        range: convert.range(completion.range),
        newText: Array((isSnippet ? completion.snippet : completion.text).utf8)),
      isSnippet: isSnippet, keepsIndentation: client.keepsIndentation && completion.text.contains { $0.isNewline },
      additionalEdits: convert.edits(completion.further),
      target: [.speaker, .turn, .rule].contains(completion.kind)
        ? Target(uri: uri, kind: completion.kind.rawValue, name: name) : nil)
  }
}

extension Completion {
  /// The text with a place where the user types the words, if there is one.
  fileprivate var snippet: String {
    guard let placeholder else { return CompletionItem.escaped(text) }
    let bytes = Array(text.utf8)
    func piece(_ range: Range<Int>) -> String {
      CompletionItem.escaped(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
    }
    return piece(0..<placeholder.lowerBound) + "${1:\(piece(placeholder))}"
      + piece(placeholder.upperBound..<max(placeholder.upperBound, bytes.count))
  }
}
