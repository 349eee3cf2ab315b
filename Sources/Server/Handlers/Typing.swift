import LSP
import Rules
import SourceText

/// Holds back findings and other work while the user is typing in a document.
extension Session {
  /// Records the edits of one change. An edit in another document ends the typing in the previous one.
  mutating func putPen(on uri: DocumentURI, _ edits: [Edit]) {
    if pen?.uri != uri { liftPen() }
    // Some clients pull after each letter, others some time after several edits.
    let isFollowed =
      pen.map { before in
        !capabilities.pullsDiagnostics || before.isAsked || before.isFollowed && before.isContinued(by: edits)
      } ?? true
    pen = Pen(uri, edits, rest: .now + pause, isFollowed: isFollowed)
  }

  /// Ends the typing: findings that were held back are sent, and other documents are checked against the new text.
  mutating func liftPen() {
    guard let pen else { return }
    self.pen = nil
    mustSeekCopies = true
    if pen.holdsBack { markChanged(pen.uri) }
    let hasChanged = judgeReaders(of: pen.uri)
    refreshViews(of: [pen.uri])
    if pen.holdsBack || hasChanged { askToPull() }
  }

  /// Checks the open documents that depend on the given one again, and returns whether their settings or surroundings
  /// changed.
  mutating func judgeReaders(of uri: DocumentURI) -> Bool {
    openFiles.readers(of: uri, named: uri.isFile ? configurations.episode(of: uri.path) : nil).reduce(false) {
      heedConfiguration($1) || $0
    }
  }

  /// The findings with the fixes that a client may be offered; nil if the document is not open. For a client that asks by
  /// itself, findings about half-written text are left out: its light bulb would otherwise go on and off with each typed
  /// blank.
  ///
  /// - Parameter places: where the client asks, in bytes of the text.
  mutating func fixable(_ params: CodeActionParams, at places: [Range<Int>]) -> [Finding]? {
    guard let all = documents[params.uri]?.findings else { return nil }
    let asksForAll = params.asks(for: .fixAll) || params.only.isEmpty && params.trigger != .automatic
    let fixes = FixScope(all, at: places, joinsRules: params.wants(.quickFix), allSafe: asksForAll)
    guard let findings = documents[params.uri]?.findings(with: fixes) else { return nil }
    return params.trigger == .automatic ? settled(findings, in: params.uri) : findings
  }

  /// Asks a client that pulls diagnostics to pull them again, as soon as no event waits.
  mutating func askToPull() {
    mustRefresh = capabilities.pullsDiagnostics && capabilities.client.refreshesDiagnostics
  }
}
