import Configuration
import Files
import Foundation
import Platform
import SeededRandom
import SourceText
import Support
import Synchronization
import Testing

@testable import Workspace

/// What is kept of a workspace from one moment to the next is what would be found afresh, and only what was touched is worked
/// out again.
@Suite struct FollowingTests {
  private static let turns = stride(from: 5, to: 45, by: 5).map { number in
    let name = number % 2 == 0 ? "Ines" : "Bo"
    return
      "\(name): Gate number \(number) weighs \(number + 3) tons with all of its chains and wheels. (0:\(number + 10))\n\n"
  }

  /// Transcripts that have turns in common, and texts that are none.
  private static let texts = [
    turns.joined(), turns.prefix(6).joined(), turns.suffix(5).joined(), "Buy bread.\n", "",
    "# The gate\n\n" + turns.reversed().joined(),
  ]
  private static let configurations = [
    "{}", #"{"exclude": "b/"}"#, #"{"siblings": "b/{stem}.txt"}"#, #"{"rules": {"transcript-duplicate": "off"}}"#,
    #"{"people": {"files": "people/*.md", "key": "title"}}"#, #"{"unknown": 1}"#, #"{"notations": {"a.txt": "blog"}}"#,
  ]
  private static let paths = ["a.txt", "a.srt", "b/a.txt", "b/c.md", "c.txt", "people/bo.md", "z.txt"]

  private func text(_ text: String, revision: Int) -> OpenText {
    OpenText(copying: Array(text.utf8), version: nil, languageID: nil, revision: revision)
  }

  private func archive(_ folder: Folder, open: [String: OpenText], _ files: any FileSystem = LocalFiles())
    -> FileArchive
  {
    FileArchive(
      folders: [folder.path], ConfigurationStore(.nearest, files, workspaces: [folder.path]), open: open, in: .utf8)
  }

  private struct Told: Equatable {
    var path: String
    var state: FileState
    var facts: Facts?

    init(_ file: KnownFile) { (path, state, facts) = (file.path, file.state, file.facts) }
  }

  @Test(
    "Whatever is opened, typed, closed and written, the files and their relations are those found afresh",
    arguments: UInt64(1)...6)
  func anyChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try Folder(["a.txt": Self.texts[0], "z.txt": Self.texts[1], ".git/info/exclude": ""])
    let (store, dependencies) = (FactStore(), DependencyStore())
    var open: [String: OpenText] = [:]
    var (most, copies) = (0, 0)
    for revision in 1...60 {
      let path = Self.paths.randomElement(using: &random)!
      let written = Self.texts.randomElement(using: &random)!
      switch Int.random(in: 0..<10, using: &random) {
      case 0...2: open[folder.path + "/" + path] = text(written, revision: revision)
      case 3: if let path = open.keys.sorted().randomElement(using: &random) { open[path] = nil }
      case 4:
        try folder.write(written, to: path)
        store.noteChange()
      case 5:
        try? folder.remove(path)
        store.noteChange()
      case 6:
        try folder.write(Self.configurations.randomElement(using: &random)!, to: "tapescript.json")
        store.noteChange()
      case 7: open["/elsewhere/x.txt"] = text(written, revision: revision)
      default:
        let paths = [path, Self.paths.randomElement(using: &random)!].map { folder.path + "/" + $0 }
        for path in paths where FileManager.default.fileExists(atPath: path) {
          try written.write(toFile: path, atomically: random.next() & 1 == 0, encoding: .utf8)
        }
        store.noteChange(of: paths)
      }
      let archive = archive(folder, open: open)
      let index = try #require(store.index(of: archive, Supervision()))
      let fresh = try #require(FactStore().index(of: archive, Supervision()))
      try #require(index.files.map(Told.init) == fresh.files.map(Told.init), "step \(revision)")
      let check = ArchiveCheck(index, archive, dependencies)
      let freshCheck = ArchiveCheck(fresh, archive, DependencyStore())
      try #require(check.subjects.map(\.file.path) == freshCheck.subjects.map(\.file.path), "step \(revision)")
      try #require(
        check.subjects.map { check.basis(of: $0) } == freshCheck.subjects.map { freshCheck.basis(of: $0) },
        "step \(revision)")
      try #require(check.copiesOfOpenFiles() == freshCheck.copiesOfOpenFiles(), "step \(revision)")
      try #require(check.endings == freshCheck.endings, "step \(revision)")
      most = max(most, check.subjects.count)
      copies += check.copiesOfOpenFiles().count
    }
    #expect(most > 1)
    #expect(copies > 0)
  }

  /// Counts how often a directory is listed.
  private final class CountingFiles: FileSystem {
    let count = Mutex(0)
    private let files = LocalFiles()

    func read(_ path: String) -> FileContent { files.read(path) }
    func realPath(_ path: String) -> String? { files.realPath(path) }
    func repository(around directory: String) -> String? { files.repository(around: directory) }
    func entries(of directory: String) -> [String] {
      count.withLock { $0 += 1 }
      return files.entries(of: directory)
    }
  }

  @Test("After a key nothing is looked up beside the text that was typed in")
  func onlyWhatIsTouched() throws {
    let folder = try Folder([
      "a/a.txt": Self.texts[0], "b/b.txt": Self.texts[1], "c/c.txt": Self.texts[2], ".git/info/exclude": "",
    ])
    let files = CountingFiles()
    let (store, dependencies) = (FactStore(), DependencyStore())
    func check(_ revision: Int) throws -> ArchiveCheck {
      let open = [folder.path + "/a/a.txt": text(Self.texts[0] + "\(revision)\n", revision: revision)]
      let archive = archive(folder, open: open, files)
      return ArchiveCheck(try #require(store.index(of: archive, Supervision())), archive, dependencies)
    }
    _ = try check(1)
    let before = files.count.withLock { $0 }
    #expect(before >= 3)
    let copies = try check(2).copiesOfOpenFiles()
    #expect(copies.values.map(\.count) == [2])
    #expect(files.count.withLock { $0 } == before)
    // A file is saved.
    try folder.write(Self.texts[3], to: "b/b.txt")
    store.noteChange(of: [folder.path + "/b/b.txt"])
    #expect(try check(3).copiesOfOpenFiles().values.map(\.count) == [1])
    #expect(files.count.withLock { $0 } == before)
    store.noteChange()
    _ = try check(4)
    #expect(files.count.withLock { $0 } > before)
  }

  @Test("Work that was cancelled is done again")
  func cancelled() throws {
    let folder = try Folder(["a.txt": Self.texts[0], "b.txt": Self.texts[1], "c.txt": Self.texts[2]])
    let (store, dependencies) = (FactStore(), DependencyStore())
    let archive = archive(folder, open: [:])
    let index = try #require(store.index(of: archive, Supervision()))
    var left = 2
    _ = ArchiveCheck(index, archive, dependencies) {
      left -= 1
      return left == 0
    }
    #expect(ArchiveCheck(index, archive, dependencies).subjects.count == 3)
  }

  @Test("Who listens is told of open texts first, then of every file, and of none where all are known")
  func listeners() throws {
    let folder = try Folder(["a.txt": Self.texts[0], "b.txt": Self.texts[1], "z.txt": Self.texts[2]])
    let store = FactStore()
    let told = Mutex<[String]>([])
    func index(_ open: [String: OpenText]) throws -> [String] {
      told.withLock { $0 = [] }
      let listener: FactStore.Listener = { files in told.withLock { $0 += files.map(\.name) } }
      _ = try #require(store.index(of: archive(folder, open: open), Supervision(), listener: listener))
      return told.withLock { $0 }
    }
    let open = [folder.path + "/z.txt": text(Self.texts[0], revision: 1)]
    let first = try index(open)
    #expect(first.first == "z.txt")
    #expect(Set(first) == ["a.txt", "b.txt", "z.txt"])
    #expect(try index(open) == [])
    #expect(try index([:]) == [])
    store.noteChange()
    #expect(Set(try index([:])) == ["a.txt", "b.txt", "z.txt"])
  }

  @Test("Who asks while another one reads is told of what that one has read, and reads")
  func listenersWhileAnotherReads() throws {
    let names = (0..<30).map { "\($0).txt" }
    let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.texts[0]) }))
    let store = FactStore()
    let archive = archive(folder, open: [:])
    let told = Mutex<Set<String>>([])
    let (isHalf, isHeard) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let asker = try #require(
      startThread {
        isHalf.wait()
        let listener: FactStore.Listener = { files in
          told.withLock { $0.formUnion(files.map(\.name)) }
          isHeard.signal()
        }
        _ = store.index(of: archive, Supervision(), listener: listener)
      })
    let supervision = Supervision(progress: { done, _ in
      guard done == 15 else { return }
      isHalf.signal()
      isHeard.wait()
    })
    _ = store.index(of: archive, supervision, threads: 1)
    pthread_join(asker, nil)
    #expect(told.withLock { $0 } == Set(names))
  }
}
