import JSON
import LSP
import Rules
import Workspace

/// Source: LSP 3.18, `workspace/diagnostic`.
extension Session {
  /// A client that takes parts gets the reports of some files at a time; they come in the order of the paths.
  mutating func workspaceDiagnostic(_ json: JSONValue) -> Outcome {
    let params = WorkspaceDiagnosticParams(json)
    let reports = ArchiveReports(view: workspaceView(), store: self.reports, previous: params.previousResultIDs)
    return .work { job in
      var items: [[UInt8]] = []
      try reports.run(job) { piece in
        if job.takesParts, !piece.isEmpty { job.send { $0.writeReports(piece) } } else { items += piece }
      }
      return { $0.writeReports(items) }
    }
  }
}

extension Session {
  /// Which files are copies of an open one is known only when all are looked at. The open ones are judged again where that
  /// has changed.
  mutating func use(_ copies: [String: TranscriptCopies]) {
    let old = self.copies
    self.copies = copies
    let changed = documents.keys.filter { old[$0.path] != copies[$0.path] }
    for uri in changed.sorted(by: { $0.string < $1.string }) { heedConfiguration(uri) }
    if !changed.isEmpty { askToPull() }
  }
}

extension JSONWriter {
  /// Source: LSP 3.18, `WorkspaceDiagnosticReport`.
  fileprivate mutating func writeReports(_ items: [[UInt8]]) {
    object { $0.member("items") { $0.array { for item in items { $0.value(json: item[...]) } } } }
  }
}
