import Configuration
import Features
import LSP
import Rules
import SourceText

/// “Add to the glossary”: an edit of the configuration, offered after a word was corrected.
extension Session {
  /// Nil if there is nothing to add, or no file to add it to.
  mutating func glossaryAction(_ params: CodeActionParams) -> CodeAction? {
    // Nearly every word could be added, and corrections are remembered for this action alone. So it is offered only to
    // users who open the menu themselves.
    guard params.asks(for: .glossary) || (params.only.isEmpty && params.trigger == .invoked),
      let term = glossaryTerm(at: params.range, of: params.uri)
    else { return nil }
    let place = place(of: params.uri)
    let what = visible(
      term.wrong == term.right.lowercased() ? "“\(term.right)”" : "“\(term.wrong)” → “\(term.right)”")
    if let path = configurations.place(for: place) {
      return addition(of: term, to: path).map { edit in
        CodeAction(
          title: "Add \(what) to the glossary of \(ConfigurationFile.name)", kind: .glossary, content: .edit(edit))
      }
    }
    // A new file would override the settings that come from the editor.
    guard capabilities.client.createsFiles, configurations.fallback == nil, place.hasPrefix("/") else { return nil }
    return CodeAction(
      title: "Add \(what) to the glossary of a new \(ConfigurationFile.name)", kind: .glossary,
      content: .edit(newConfiguration(with: term, for: place)))
  }

  /// The pair at a range that no glossary has.
  private mutating func glossaryTerm(at range: PositionRange, of uri: DocumentURI) -> Settings.Term? {
    guard let reading = documents[uri]?.reading, let document = documents[uri] else { return nil }
    let range = Convert(reading.text, capabilities.encoding).offsets(range)
    let corrected = document.corrections.correction(at: range).map { ($0.range, $0.original) }
    guard let pair = glossaryPair(reading, at: range, corrected: corrected) ?? glossaryPair(reading, at: range) else {
      return nil
    }
    let term = Settings.Term(wrong: pair.wrong, right: pair.right)
    return document.glossary.contains(term) ? nil : term
  }

  /// A configuration that is open is edited as it stands in the editor, any other as it is on disk.
  private func addition(of term: Settings.Term, to path: String) -> WorkspaceEdit? {
    let open = documents.first { $0.key.path == path }
    let bytes: [UInt8]
    if let open {
      bytes = open.value.text.bytes
    } else if case .bytes(let read) = files.read(path) {
      bytes = read
    } else {
      return nil
    }
    let file = ConfigurationFile(bytes)
    return file.adding(term).map { edits in
      capabilities.edit(
        edits, of: open?.key ?? DocumentURI(filePath: path), file.text, version: open?.value.version)
    }
  }

  /// The new file lies in the open folder, or beside the document if that lies elsewhere.
  private func newConfiguration(with term: Settings.Term, for place: String) -> WorkspaceEdit {
    let isInside = !workspace.isEmpty && isPath(place, within: workspace)
    let directory = isInside ? workspace : String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    let edit = Edit(0..<0, ConfigurationFile.text(with: term))
    return capabilities.edit(
      [edit], of: DocumentURI(filePath: directory + "/" + ConfigurationFile.name), Text(), version: nil, isNew: true)
  }
}
