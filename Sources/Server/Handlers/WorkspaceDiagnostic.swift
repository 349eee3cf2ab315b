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

extension JSONWriter {
  /// Source: LSP 3.18, `WorkspaceDiagnosticReport`.
  fileprivate mutating func writeReports(_ items: [[UInt8]]) {
    object { $0.member("items") { $0.array { for item in items { $0.value(json: item[...]) } } } }
  }
}
