import Configuration
import Files
import Formats
import LSP
import Platform
import SourceText
import Workspace

/// What work beside the session has of the workspace: its files at one moment, and how to speak of them to the client.
struct WorkspaceView: Sendable {
  let archive: FileArchive
  let store: FactStore
  let dependencies: DependencyStore
  let capabilities: Capabilities
  /// How the client names the documents that it has open, by path.
  let uris: [String: DocumentURI]

  /// All files with their facts. Throws where the work was cancelled.
  ///
  /// - Parameters:
  ///   - phases: of how many the reading is the first.
  ///   - listener: is told of files as soon as they are known; see `FactStore.index`.
  func index(
    _ job: Job, phases: Int = 1, listener: FactStore.Listener? = nil
  ) throws(Cancelled) -> FileIndex {
    let supervision = Supervision(
      isCancelled: { job.isCancelled }, progress: { job.report($0, of: $1, phase: 0, of: phases) })
    let index = store.index(of: archive, supervision, threads: job.mostThreads, listener: listener)
    guard let index else { throw Cancelled() }
    if index.isCut { job.tellOfCut() }
    return index
  }

  /// The files with all that their findings depend on.
  func check(_ index: FileIndex, _ job: Job) throws(Cancelled) -> ArchiveCheck {
    let check = ArchiveCheck(index, archive, dependencies, isCancelled: { job.isCancelled })
    guard !job.isCancelled else { throw Cancelled() }
    return check
  }

  /// The files without a document in which somebody has one of some labels, sorted by path.
  func others(than uri: DocumentURI, whereSpeak names: [String], _ job: Job) throws(Cancelled) -> [KnownFile] {
    let names = Set(names)
    return try index(job, phases: 2).files.filter { file in
      self.uri(of: file.path) != uri && file.facts?.speakers.contains { names.contains($0.label) } ?? false
    }
  }

  /// A file as it is now; nil where it cannot be read.
  func read(_ file: KnownFile) -> TranscriptFile? { archive.read(file.path, notation: file.notation) }

  /// What the client is to change in a file.
  ///
  /// - Parameter text: the file as it was read, for which the edits are.
  func documentEdit(
    _ edits: [Edit], of path: String, _ text: TranscriptFile, annotation: WorkspaceEdit.Annotation? = nil
  ) -> WorkspaceEdit.DocumentEdit {
    capabilities.documentEdit(
      edits, of: uri(of: path), text.text, version: archive.open[path]?.version, annotation: annotation)
  }

  /// Works on items on all cores, some at a time and in their order, as the last phase of a job. Throws where it was
  /// cancelled.
  func work<Item: Sendable, Result: Sendable>(
    through items: some RandomAccessCollection<Item>, _ job: Job, _ work: @escaping @Sendable (Item) -> Result?,
    then take: ([Result]) -> Void
  ) throws(Cancelled) {
    let items = Array(items)
    for start in stride(from: 0, to: items.count, by: Self.pieceCount) {
      let piece = Array(items[start..<min(items.count, start + Self.pieceCount)])
      let results = inParallel(piece) { item in
        defer { giveWay() }
        return job.isCancelled ? nil : work(item)
      }
      guard !job.isCancelled else { throw Cancelled() }
      take(results.compactMap(\.self))
      job.report(start + piece.count, of: items.count, phase: 1, of: 2)
    }
  }

  private static let pieceCount = 64

  func uri(of path: String) -> DocumentURI { uris[path] ?? DocumentURI(filePath: path) }

  /// Whether the client has a document open.
  func isOpen(_ uri: DocumentURI) -> Bool { uris[uri.path] == uri }

  func convert(_ text: Text) -> Convert { Convert(text, capabilities.encoding) }
}

extension Session {
  /// The workspace as it is now. The texts of open documents are copied, so that the next edit need not do it.
  mutating func workspaceView() -> WorkspaceView {
    var open: [String: OpenText] = [:]
    var uris: [String: DocumentURI] = [:]
    // A view of the keys would share the documents, and each would be copied when it is next edited.
    for uri in Array(documents.keys) where uri.isFile && openFiles[uri.path] == uri {
      open[uri.path] = documents[uri]?.snapshot
      uris[uri.path] = uri
    }
    let archive = FileArchive(folders: folders.map(\.path), configurations, open: open, in: capabilities.encoding)
    // If the client watches no files, they may have changed without notice.
    if !capabilities.client.watchesFiles { facts.noteChange() }
    return WorkspaceView(
      archive: archive, store: facts, dependencies: dependencies, capabilities: capabilities, uris: uris)
  }
}

extension PositionRange {
  /// - Parameter place: in the units of the client.
  init(_ place: Range<SourceText.Position>) {
    self.init(
      start: LSP.Position(line: place.lowerBound.line, character: place.lowerBound.column),
      end: LSP.Position(line: place.upperBound.line, character: place.upperBound.column))
  }
}
