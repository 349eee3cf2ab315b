import LSP
import Rules
import SourceText

/// What waits while a document is being typed in.
extension Session {
  /// Notes the edits of one change. An edit in another document ends the typing in the one before.
  mutating func putPen(on uri: DocumentURI, _ edits: [Edit]) {
    if pen?.uri != uri { liftPen() }
    // Some clients ask after each letter, and some a moment after several.
    let isFollowed =
      pen.map { before in
        !capabilities.pullsDiagnostics || before.isAsked || before.isFollowed && before.isContinued(by: edits)
      } ?? true
    pen = Pen(uri, edits, rest: .now + pause, isFollowed: isFollowed)
  }

  /// Ends the typing: the client is told what was held back, and other documents are judged by the text as it stands.
  mutating func liftPen() {
    guard let pen else { return }
    self.pen = nil
    if pen.holdsBack { markChanged(pen.uri) }
    let hasChanged = judgeReaders(of: pen.uri)
    if pen.holdsBack || hasChanged { askToPull() }
  }

  /// Judges the documents again about which an open one may say something; says whether that made a difference.
  mutating func judgeReaders(of uri: DocumentURI) -> Bool {
    openFiles.readers(of: uri).reduce(false) { heedConfiguration($1) || $0 }
  }

  /// The findings with the fixes that may be offered; nil where the document is not open. A client that asks by itself
  /// shows a light, which would go on and off with each blank that is typed.
  mutating func fixable(_ params: CodeActionParams) -> [Finding]? {
    guard let findings = documents[params.uri]?.fixable else { return nil }
    return params.trigger == .automatic ? settled(findings, in: params.uri) : findings
  }

  /// Has a client that pulls asked to do it again when nothing else waits.
  mutating func askToPull() {
    mustRefresh = capabilities.pullsDiagnostics && capabilities.client.refreshesDiagnostics
  }
}
