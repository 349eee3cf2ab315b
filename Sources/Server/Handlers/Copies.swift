import Configuration
import JSON
import LSP
import Rules
import Workspace

/// Which open transcripts have the words of another file is known only when all files of the folder are known. They are
/// read beside the session once a transcript is open, so that an editor shows what a check finds.
extension Session {
  /// Begins to look for copies if something has changed since that was last done, unless that goes on already.
  mutating func seekCopies() {
    guard mustSeekCopies, life == .running, !jobs.hasUnasked else { return }
    mustSeekCopies = false
    guard documents.contains(where: { isInFolder($0.key) && $0.value.mayBeCopy }) else { return }
    let view = workspaceView()
    start(nil, .null, title: "Looking for copies") { job in
      // What is open is read again for that, so nothing is where no other file may be a copy.
      guard view.store.fileCount(of: view.archive, Supervision(isCancelled: { job.isCancelled })) > 1 else {
        job.tell(copies: [:])
        return Self.nothing
      }
      job.tell(copies: try view.check(try view.index(job), job).copiesOfOpenFiles())
      return Self.nothing
    }
  }

  private func isInFolder(_ uri: DocumentURI) -> Bool {
    uri.isFile && folders.contains { isPath(uri.path, within: $0.path) }
  }

  /// The open documents whose copies have changed are judged again. A job that was begun earlier and comes later does not know
  /// the texts as they are now.
  ///
  /// - Parameter job: the number of the job that found them.
  mutating func use(_ copies: [String: TranscriptCopies], of job: Int) {
    guard job >= copiesJob else { return }
    copiesJob = job
    let old = self.copies
    self.copies = copies
    let changed = documents.keys.filter { old[$0.path] != copies[$0.path] }
    for uri in changed.sorted(by: { $0.string < $1.string }) { heedConfiguration(uri) }
    if !changed.isEmpty { askToPull() }
  }
}

extension OpenDocument {
  /// Whether it would be told of copies.
  fileprivate var mayBeCopy: Bool { isJudged(by: "transcript-duplicate") }
}
