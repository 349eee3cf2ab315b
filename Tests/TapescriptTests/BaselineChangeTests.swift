import Foundation
import Support
import Testing

/// A baseline keeps up with an archive that changes, part by part.
@Suite struct BaselineChangeTests {
  private static let page =
    "Transcript\n\nIda: One. (0:10)\n\nTove: Two. (0:2)\n\nIda: Three. (0:20)\n\nTove: Four. (0:31)\n"
  private static let other = page.replacing("Two. (0:2)", with: "Seven. (0:3)")
  private let folder: Folder

  init() throws {
    folder = try Folder(["archive/a.txt": Self.page, "archive/b.txt": Self.other, "new/c.txt": Self.page])
    try write(".")
  }

  private func write(_ arguments: String...) throws {
    let result = try Tool.run(["check", "--write-baseline"] + arguments, in: folder.root)
    try #require(result.code == 0, "\(result)")
  }

  private func check(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["check", "--format", "concise"] + arguments, in: folder.root)
  }

  /// The files in the baseline with the rules that are noted of each.
  private func noted() throws -> [String: [String]] {
    struct Content: Decodable { var files: [String: [String: [String: Int]]] }
    let data = try Data(contentsOf: folder.url("tapescript-baseline.json"))
    return try JSONDecoder().decode(Content.self, from: data).files.mapValues { $0.keys.sorted() }
  }

  private func mend(_ path: String) throws {
    try folder.write(Data(Self.page.replacing("0:2)", with: "0:12)").utf8), to: path)
  }

  private func move(_ path: String, to other: String) throws {
    try FileManager.default.createDirectory(
      at: folder.url(other).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: folder.url(path), to: folder.url(other))
  }

  @Test func aPartIsMergedByPath() throws {
    let all = [
      "archive/a.txt": ["time-malformed"], "archive/b.txt": ["time-malformed"], "new/c.txt": ["time-malformed"],
    ]
    #expect(try noted() == all)
    try folder.write(Data(Self.page.replacing("0:20", with: "0::20").utf8), to: "archive/a.txt")
    try write("archive/a.txt")
    #expect(try noted() == all)
    #expect(try check(".").code == 0)
    try mend("archive/a.txt")
    try write("archive")
    #expect(try noted() == ["archive/b.txt": ["time-malformed"], "new/c.txt": ["time-malformed"]])
    // What is gone from the part that was asked for is gone from the baseline, and nothing else is.
    try FileManager.default.removeItem(at: folder.url("archive/b.txt"))
    try FileManager.default.removeItem(at: folder.url("new/c.txt"))
    try write("archive")
    #expect(try noted() == ["new/c.txt": ["time-malformed"]])
  }

  /// Of rules that were not applied nothing is known.
  @Test func aPartOfTheRules() throws {
    try write("--select", "time-order", ".")
    #expect(try noted().count == 3)
    let result = try check("--select", "time-order", ".")
    #expect(result.complaints.isEmpty)
    #expect(try check("--select", "time-order", "--prune-baseline", ".").code == 0)
    #expect(try noted().count == 3)
  }

  @Test func whatMatchesNothingAnyMoreIsNamedAndDropped() throws {
    try mend("archive/a.txt")
    try FileManager.default.removeItem(at: folder.url("archive/b.txt"))
    let named = try check(".")
    #expect(named.code == 0)
    #expect(
      named.complaints == """
        tapescript: tapescript-baseline.json: 2 findings in it no longer match; --prune-baseline drops them
        tapescript: archive/a.txt: not found any more: time-malformed (1)
        tapescript: archive/b.txt: not found any more: time-malformed (1)

        """)
    #expect(try check("-q", ".").complaints.isEmpty)
    // Nobody asked about the others.
    #expect(try check("new").complaints.isEmpty)
    #expect(try check("archive/a.txt").complaints.contains("1 finding in it"))
    #expect(try check("--prune-baseline", "new").complaints.isEmpty)
    #expect(try noted().count == 3)
    let pruned = try check("--prune-baseline", ".")
    #expect(pruned.code == 0 && pruned.complaints.contains("dropped 2 findings that no longer match"))
    #expect(try noted() == ["new/c.txt": ["time-malformed"]])
    #expect(try check(".").complaints.isEmpty)
  }

  /// A finding that is there once less than it was noted; and a new one does not take the place of an old one.
  @Test func countsAreKept() throws {
    let twice = Self.page + "\nTove: Two. (0:2)\n"
    try folder.write(Data(twice.utf8), to: "archive/a.txt")
    try write("archive/a.txt")
    try folder.write(Data(Self.page.utf8), to: "archive/a.txt")
    #expect(try check("--prune-baseline", ".").complaints.contains("archive/a.txt: not found any more"))
    try folder.write(Data(twice.utf8), to: "archive/a.txt")
    #expect(try check("--select", "time-malformed", ".").code == 1)
  }

  @Test func aRenamedFileKeepsItsEntries() throws {
    try move("archive/a.txt", to: "archive/old/z.txt")
    #expect(try check(".").code == 0)
    #expect(try check(".").complaints.isEmpty)
    #expect(try check("archive/old/z.txt").code == 0)
    // With a new mistake in it, that one is told.
    try folder.write(Data(Self.page.replacing("0:20", with: "0::20").utf8), to: "archive/old/z.txt")
    #expect(try check(".").output.contains("z.txt:7:"))
    try folder.write(Data(Self.page.utf8), to: "archive/old/z.txt")
    #expect(try check("--prune-baseline", ".").code == 0)
    #expect(try noted().keys.sorted() == ["archive/b.txt", "archive/old/z.txt", "new/c.txt"])
    try move("archive/b.txt", to: "y.txt")
    try write("y.txt")
    #expect(try noted().keys.sorted() == ["archive/old/z.txt", "new/c.txt", "y.txt"])
  }

  /// A copy is no renamed file: the first one is still there.
  @Test func aCopyIsNew() throws {
    try folder.write(Data(Self.page.utf8), to: "copy.txt")
    #expect(try check(".").output.contains("copy.txt:5:"))
    // And what has nothing in common with the file that is gone is no other name of it.
    try FileManager.default.removeItem(at: folder.url("archive/b.txt"))
    let result = try check(".")
    #expect(result.output.contains("copy.txt:5:") && result.complaints.contains("archive/b.txt: not found any more"))
  }

  @Test func whatDoesNotGoTogether() throws {
    for arguments in [
      ["--write-baseline", "-"], ["--prune-baseline", "-"], ["--baseline", "-", "."],
      ["--write-baseline", "--prune-baseline", "."], ["--prune-baseline", "--fix", "."],
      ["--prune-baseline", "--baseline", "none.json", "."],
    ] {
      #expect(try Tool.run(["check"] + arguments, in: folder.root, input: Self.page).code == 2, "\(arguments)")
    }
    let before = try folder.string("tapescript-baseline.json")
    try folder.write(Data("{".utf8), to: "new/tapescript.json")
    #expect(try check("--prune-baseline", ".").code == 2)
    #expect(try folder.string("tapescript-baseline.json") == before)
  }

  @Test func manyAreCounted() throws {
    for number in 0..<30 { try folder.write(Data(Self.page.utf8), to: "more/\(number).txt") }
    try write(".")
    try FileManager.default.removeItem(at: folder.url("more"))
    let lines = try check(".").complaints.split(separator: "\n")
    #expect(lines.count == 22 && lines.last == "tapescript: and in 10 more files")
  }
}
