import Configuration
import Files
import Foundation
import SourceText
import Support
import Synchronization
import Testing

@testable import Workspace

/// What is known of the files of a workspace.
@Suite struct FactStoreTests {
  private static let ferry = """
    ---
    title: The Ferry
    guests: [bo-lund]
    ---

    Ada: Is the rope dry, after all the rain of the last night on the river? (0:58)

    Bo: It is. (1:12)

    The fog

    Ada: Then we go. (1:20)

    """

  private func archive(
    _ folders: [String], open: [String: OpenText] = [:], in encoding: PositionEncoding = .utf16
  ) -> FileArchive {
    FileArchive(
      folders: folders, ConfigurationStore(.nearest, LocalFiles(), workspaces: folders), open: open, in: encoding)
  }

  private func text(_ text: String, revision: Int, language: String? = nil) -> OpenText {
    OpenText(copying: Array(text.utf8), version: 1, languageID: language, revision: revision)
  }

  private func index(_ store: FactStore, _ archive: FileArchive) throws -> FileIndex {
    try #require(store.index(of: archive, Supervision()))
  }

  @Test func facts() throws {
    let folder = try Folder(["talks/ferry.md": Self.ferry, "notes.txt": "Buy bread.\n"])
    let files = try index(FactStore(), archive([folder.path])).files
    #expect(files.map(\.name) == ["notes.txt", "talks/ferry.md"])
    #expect(files[0].facts == nil)
    let facts = try #require(files[1].facts)
    #expect(facts.notation == "page")
    #expect(facts.title == "The Ferry")
    #expect(facts.listed == ["bo-lund"])
    #expect(facts.sections.map(\.title) == ["The fog"])
    #expect(facts.sections[0].start?.milliseconds == 80_000)
    #expect(facts.sections[0].place == Position(line: 9, column: 0)..<Position(line: 9, column: 7))
    #expect(facts.speakers.map(\.label) == ["Ada", "Bo"])
    #expect(facts.speakers.map(\.count) == [2, 1])
    #expect(facts.speakers[1].place == Position(line: 7, column: 0)..<Position(line: 7, column: 2))
  }

  /// A section begins at the time of its title where that has one, and otherwise with its first segment.
  @Test func sectionsBeginAtTheirTitles() throws {
    let ferry =
      "[00:00:05] **Ada:** Now.\n\n## [00:01:00] The fog\n\n[00:01:02] **Bo:** It comes.\n\n## The end\n\n[00:02:30] **Ada:** Go.\n"
    let folder = try Folder(["ferry.md": ferry, "tapescript.json": #"{"notations": {"ferry.md": "descript"}}"#])
    let facts = try #require(try index(FactStore(), archive([folder.path])).files[0].facts)
    #expect(facts.notation == "descript")
    #expect(facts.sections.map { $0.start?.wholeSeconds } == [60, 150])
  }

  /// Columns count as the client counts them.
  @Test func placesFollowTheEncoding() throws {
    let folder = try Folder(["a.txt": "[00:00] Ann: One.\n\n[00:04] Böb🐝: Two.\n\n[00:09] Ann: Three.\n"])
    for (encoding, width) in [(PositionEncoding.utf8, 8), (.utf16, 5), (.utf32, 4)] {
      let facts = try index(FactStore(), archive([folder.path], in: encoding)).files[0].facts
      let place = try #require(facts?.speakers.last?.place)
      #expect(place == Position(line: 2, column: 8)..<Position(line: 2, column: 8 + width), "\(encoding)")
    }
  }

  /// What was told to have changed is read again, and nothing else.
  @Test func onlyWhatChangedIsReadAgain() throws {
    let folder = try Folder(["a.txt": Self.ferry, "b.txt": Self.ferry, "c.txt": Self.ferry])
    let store = FactStore()
    let read = Mutex(0)
    func update() throws -> [String?] {
      read.withLock { $0 = 0 }
      let supervision = Supervision(progress: { _, total in read.withLock { $0 = total } })
      return try #require(store.index(of: archive([folder.path]), supervision)).files.map { $0.facts?.title }
    }
    #expect(try update() == ["The Ferry", "The Ferry", "The Ferry"])
    #expect(read.withLock { $0 } == 3)
    try folder.write(Self.ferry.replacing("The Ferry", with: "The Other Ferry"), to: "b.txt")
    #expect(try update() == ["The Ferry", "The Ferry", "The Ferry"], "nobody has told of it")
    store.noteChange()
    #expect(try update() == ["The Ferry", "The Other Ferry", "The Ferry"])
    #expect(read.withLock { $0 } == 1)
    try folder.remove("a.txt")
    store.noteChange()
    #expect(try update() == ["The Other Ferry", "The Ferry"])
    #expect(read.withLock { $0 } == 0)
  }

  /// What is open counts as it stands in the editor, also where it was never saved; closed, it is what is on disk.
  @Test func openTextsLieOverTheDisk() throws {
    let folder = try Folder(["a.txt": Self.ferry])
    let store = FactStore()
    let open = [
      folder.path + "/a.txt": text(Self.ferry.replacing("The Ferry", with: "In the Editor"), revision: 1),
      folder.path + "/new.txt": text("Cleo said so.\n", revision: 2, language: "transcript-blog"),
      "/elsewhere/x.txt": text(Self.ferry, revision: 3),
    ]
    let files = try index(store, archive([folder.path], open: open)).files
    #expect(files.map(\.name) == ["/elsewhere/x.txt", "a.txt", "new.txt"])
    #expect(files.map { $0.facts?.title } == ["The Ferry", "In the Editor", nil])
    #expect(files.map { $0.facts?.notation } == ["page", "page", "blog"], "the editor says what it is")
    let closed = try index(store, archive([folder.path])).files
    #expect(closed.map(\.name) == ["a.txt"])
    #expect(closed.map { $0.facts?.title } == ["The Ferry"])
  }

  @Test func configurationsAreHeeded() throws {
    let folder = try Folder([
      "a.txt": "A bell.\n\nAnother bell.\n", "out/b.txt": Self.ferry, ".gitignore": "left.txt\n",
      "left.txt": Self.ferry,
      ".git/info/exclude": "", "tapescript.json": #"{"exclude": "out/", "notations": {"a.txt": "blog"}}"#,
    ])
    let store = FactStore()
    let files = try index(store, archive([folder.path])).files
    #expect(files.map(\.name) == ["a.txt"])
    #expect(files.map { $0.facts?.notation } == ["blog"])
    try folder.write(#"{"exclude": "a.txt"}"#, to: "tapescript.json")
    store.noteChange()
    #expect(try index(store, archive([folder.path])).files.map(\.name) == ["out/b.txt"])
  }

  /// Neither the directory of all files nor the user's own nor one above it, and nothing where no folder is open.
  @Test func foldersThatAreNoArchive() throws {
    let home = try #require(ProcessInfo.processInfo.environment["HOME"])
    let above = URL(filePath: home).deletingLastPathComponent().path(percentEncoded: false)
    #expect(archive(["/", home, home + "/", above, "/nowhere", ""]).folders == [])
    #expect(try index(FactStore(), archive([])).files.isEmpty)
  }

  @Test func noLinkLeadsOutOfTheFolder() throws {
    let folder = try Folder([
      "in/a.txt": Self.ferry, "out/b.txt": Self.ferry, "out/c.txt": Self.ferry, ".git/info/exclude": "",
    ])
    try folder.link("in/b.txt", to: "../out/b.txt")
    try folder.link("in/out", to: "../out")
    #expect(try index(FactStore(), archive([folder.path + "/in"])).files.map(\.name) == ["a.txt"])
  }

  /// Nobody gets an answer for work that was cancelled, and what was read is not read again.
  @Test func cancelled() throws {
    let names = (0..<40).map { "\($0).txt" }
    let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.ferry) }))
    let store = FactStore()
    let done = Mutex(0)
    let supervision = Supervision(
      isCancelled: { done.withLock { $0 > 9 } }, progress: { count, _ in done.withLock { $0 = count } })
    // With two threads, one may read all the others before the other has told of its first one.
    #expect(store.index(of: archive([folder.path]), supervision, threads: 1) == nil)
    let left = Mutex(0)
    let index = store.index(
      of: archive([folder.path]), Supervision(progress: { _, total in left.withLock { $0 = total } }))
    #expect(index?.files.count == 40)
    #expect(index?.files.allSatisfy { $0.facts != nil } ?? false)
    #expect(left.withLock { $0 } <= 30)
    #expect(left.withLock { $0 } > 0)
  }

  /// Files that promise a text come first, and it is said that others are left out.
  @Test func noMoreFilesThanStated() throws {
    let folder = try Folder(["a.log": "", "b.txt": "", "c": "", "d.srt": "", "e.txt": ""])
    func names(_ limit: Int) throws -> [String] {
      let index = try index(FactStore(atMost: limit), archive([folder.path]))
      #expect(index.isCut == (limit < 5))
      return index.files.map(\.name)
    }
    #expect(try names(2) == ["b.txt", "d.srt"])
    #expect(try names(4) == ["a.log", "b.txt", "d.srt", "e.txt"])
    #expect(try names(5) == ["a.log", "b.txt", "c", "d.srt", "e.txt"])
  }

  /// An index that nothing has changed since has the same number.
  @Test func generations() throws {
    let folder = try Folder(["a.txt": Self.ferry])
    let store = FactStore()
    let first = try index(store, archive([folder.path])).generation
    #expect(try index(store, archive([folder.path])).generation == first)
    let open = [folder.path + "/a.txt": text(Self.ferry, revision: 1)]
    let second = try index(store, archive([folder.path], open: open)).generation
    #expect(second != first)
    #expect(try index(store, archive([folder.path], open: open)).generation == second)
    #expect(try index(store, archive([folder.path])).generation != second)
    let third = try index(store, archive([folder.path])).generation
    #expect(try index(store, archive([])).generation != third)
    store.noteChange()
    #expect(try index(store, archive([folder.path])).generation > third)
  }

  @Test func aFloodOfChangesCostsOneSearch() throws {
    let folder = try Folder(["a.txt": Self.ferry])
    let store = FactStore()
    let first = try index(store, archive([folder.path])).generation
    for _ in 0..<1_000 { store.noteChange() }
    // A search makes another number.
    #expect(try index(store, archive([folder.path])).generation == first + 1)
    #expect(try index(store, archive([folder.path])).generation == first + 1)
  }

  @Test func searchesAreBounded() throws {
    let names = (0..<10).map { "d\($0)/a.txt" }
    let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    var search = FileSearch(ConfigurationStore(.nearest, LocalFiles()), atMost: 4)
    search.add(folder.path)
    #expect(search.files.count == 4)
    #expect(search.isCut)
    var whole = FileSearch(ConfigurationStore(.nearest, LocalFiles()), atMost: 10)
    whole.add(folder.path)
    #expect(!whole.isCut)
    var none = FileSearch(ConfigurationStore(.nearest, LocalFiles()), isCancelled: { true })
    none.add(folder.path)
    #expect(none.files.isEmpty)
    #expect(none.isCut)
  }
}
