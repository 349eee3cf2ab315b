import JSON
import LSP
import Rules
import SourceText
import Workspace

/// The reports about all files that are not open, for a client that has some of them already.
struct ArchiveReports {
  let view: WorkspaceView
  let store: ReportStore
  let previous: [DocumentURI: String]

  /// Gives the reports of some files at a time, each as JSON.
  func run(_ job: Job, take: ([[UInt8]]) -> Void) throws(Cancelled) {
    let index = try view.index(job, phases: 2)
    // What is open is pulled by itself, and the client shows that.
    let closed = index.files.filter { view.uris[$0.path] == nil }
    let gone = previous.keys.filter { uri in !view.isOpen(uri) }
    take(reports(ofGone: Set(gone).subtracting(closed.lazy.filter { $0.facts != nil }.map { view.uri(of: $0.path) })))
    if let unchanged = unchanged(index.generation) { return take(unchanged) }
    let check = try view.check(index, job)
    job.tell(endings: check.endings)
    job.tell(copies: check.copiesOfOpenFiles())
    let subjects = check.subjects.filter { view.uris[$0.file.path] == nil }
    try view.work(through: subjects, job) {
      report(of: $0, check)
    } then: {
      take($0)
    }
    store.finish(index.generation, Set(subjects.map(\.file.path)))
  }

  /// Clears what the client shows of files that are no transcripts any more.
  private func reports(ofGone gone: Set<DocumentURI>) -> [[UInt8]] {
    var none = JSONWriter()
    none.array { _ in }
    let resultID = Fingerprint.hexadecimal(none.bytes)
    // Once it is told, it need not be told again.
    return gone.filter { previous[$0] != resultID }.sorted { $0.string < $1.string }.map {
      report(of: $0, resultID, items: none.bytes)
    }
  }

  /// What to say if nothing has changed and the client has all there is; nil otherwise.
  private func unchanged(_ generation: Int) -> [[UInt8]]? {
    guard let reports = store.all(of: generation) else { return nil }
    var unchanged: [[UInt8]] = []
    for (path, report) in reports.sorted(by: { $0.key < $1.key }) where view.uris[path] == nil {
      let uri = view.uri(of: path)
      guard let known = previous[uri] else {
        if report.isEmpty { continue }
        return nil
      }
      guard known == report.resultID else { return nil }
      unchanged.append(self.report(of: uri, known, items: nil))
    }
    return unchanged
  }

  /// Nil where there is nothing to say, and the client knows of nothing.
  private func report(of subject: ArchiveCheck.Subject, _ check: ArchiveCheck) -> [UInt8]? {
    let path = subject.file.path
    let uri = view.uri(of: path)
    let basis = check.basis(of: subject)
    if let known = store[path], known.basis == basis {
      if previous[uri] == known.resultID { return report(of: uri, known.resultID, items: nil) }
      if known.isEmpty, previous[uri] == nil { return nil }
    }
    let judged = check.judge(subject)
    let items = judged.map { [Diagnostic](showing: $0.findings, in: $0.text, of: uri, view.capabilities) } ?? []
    var list = JSONWriter()
    list.array { for item in items { item.write(to: &$0) } }
    let resultID = Fingerprint.hexadecimal(list.bytes)
    store.note(ReportStore.Report(basis: basis, resultID: resultID, isEmpty: items.isEmpty), of: path)
    if previous[uri] == resultID { return report(of: uri, resultID, items: nil) }
    if items.isEmpty, previous[uri] == nil { return nil }
    return report(of: uri, resultID, items: list.bytes)
  }

  /// Source: LSP 3.18, `WorkspaceFullDocumentDiagnosticReport`, `WorkspaceUnchangedDocumentDiagnosticReport`.
  ///
  /// - Parameter items: nil where the client has them already.
  private func report(of uri: DocumentURI, _ resultID: String, items: ArraySlice<UInt8>?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("uri", uri.write)
      $0.member("version") { $0.null() }
      $0.member("kind", items == nil ? "unchanged" : "full")
      $0.member("resultId", resultID)
      if let items { $0.member("items") { $0.value(json: items) } }
    }
    return Array(writer.bytes)
  }
}
