import Formats
import LSP
import SourceText
import Transcript

/// Actions that write the whole text in another notation.
struct ConversionActions {
  let uri: DocumentURI
  let document: OpenDocument
  let client: ClientCapabilities.CodeAction
  let capabilities: Capabilities

  /// Offered when nobody asks for conversions by name: a menu with every notation would be long.
  private static let usual = [Notations.frontMatter, "page", "webvtt", "srt"]

  /// The actions that a request asks for. The edits are made at once only for clients that do not ask for them later.
  ///
  /// - Parameter likely: chooses the notations in which the document can be written.
  func offered(_ params: CodeActionParams, likely: ([String]) -> [String]) -> [CodeAction] {
    let isNamed = params.only.contains(CodeAction.Kind.convert.rawValue)
    // A client that wants the edits of all actions at once is not sent a long text again and again.
    let isShort = client.resolvesEdit || !document.isLong
    guard params.isInvoked(for: .convert), isNamed || isShort else { return [] }
    let names = isNamed && isShort ? document.knownNotations.names : Self.usual
    if client.resolvesEdit { return likely(names).map { action($0, .target(target($0))) } }
    return names.compactMap { name in edit(to: name).map { action(name, .edit($0)) } }
  }

  /// The edit that replaces the whole text; nil where nothing that was said would be left.
  func edit(to notation: String) -> WorkspaceEdit? {
    var document = document
    guard let converted = document.converted(to: notation), converted.bytes != document.text.bytes else { return nil }
    var edit = document.edit([Edit(0..<document.text.count, converted.bytes)], of: uri, capabilities)
    if client.annotates {
      var description = LossTally(converted.losses).sentences
      if converted.cuts > 0 {
        description += " The times of cues are estimated for \(counted(converted.cuts, "segment"))."
      }
      if document.notation(of: Text(converted.bytes)) != notation {
        description += " With its present name and language this file is not read as \(notation)."
      }
      edit.annotation = WorkspaceEdit.Annotation(
        label: title(notation), description: description, needsConfirmation: !converted.losses.isEmpty)
    }
    return edit
  }

  private func title(_ notation: String) -> String { "Convert to \(notation)" }

  private func action(_ notation: String, _ content: CodeAction.Content) -> CodeAction {
    CodeAction(title: title(notation), kind: .convert, content: content)
  }

  private func target(_ notation: String) -> CodeAction.Target {
    CodeAction.Target(
      uri: uri, version: document.version, kind: CodeAction.Kind.convert.rawValue, notation: notation)
  }
}
