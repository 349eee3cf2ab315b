import Foundation
import Support
import Testing

/// Files that are checked together say something about each other.
struct RelationsTests {
  private static let page = """
    Bo: What does the lower gate weigh, with everything on it? (0:03)

    Ines: Nine tons, with the chain and the wheels on both sides. (0:12)

    Bo: And the other one, by the mill, does it weigh the same? (0:15)

    Ines: The same, since it has the same smith and the same oak. (0:19)

    Bo: So he lived by the weir and never once saw the sea. (0:25)

    Ines: Nor did his father, who built the first of them in spring. (0:31)

    """

  private static let captions = """
    0:03 What does the lower gate weigh, with everything on it?
    0:12 Nine tons, with the chain and the wheels on both sides.
    0:15 And the other one, by the mill, does it weigh the same?
    0:19 The same, since it has the same myth and the same oak.
    0:25 So he lived by the weir and never once saw the sea.
    0:31 Nor did his father, who built the first of them in spring.

    """

  private func findings(in files: [String: String]) throws -> [String] {
    let folder = try Folder(files)
    let found: [ReportedFinding] = try Tool.check("--format", "json", ".", in: folder.root).json()
    return found.filter { ["transcript-duplicate", "sibling-out-of-sync"].contains($0.rule) }
      .map { "\($0.file):\($0.line) \($0.rule): \($0.message)" }
  }

  @Test("A transcript in the wrong file is found from both sides")
  func duplicate() throws {
    let other = Self.page.split(separator: "\n").dropLast().joined(separator: "\n\n") + "\n"
    #expect(
      try findings(in: ["gate.txt": Self.page, "weir/smith.txt": other]) == [
        "gate.txt:1 transcript-duplicate: 5 of the 6 long turns are also in weir/smith.txt.",
        "weir/smith.txt:1 transcript-duplicate: 5 of the 5 long turns are also in gate.txt.",
      ])
  }

  @Test("Siblings are compared, and are no copies")
  func siblings() throws {
    #expect(
      try findings(in: ["gate.page.txt": Self.page, "gate.captions.txt": Self.captions]) == [
        "gate.captions.txt:4 sibling-out-of-sync: gate.page.txt has other words here.",
        "gate.page.txt:7 sibling-out-of-sync: gate.captions.txt has other words here.",
      ])
    #expect(try findings(in: ["gate.txt": Self.page, "weir.captions.txt": Self.captions]).isEmpty == false)
    #expect(try findings(in: ["page/gate.txt": Self.page, "captions/gate.txt": Self.captions]) == [])
  }

  @Test("A sibling in another folder is where the configuration says, and no copy whatever it is called")
  func configuredSiblings() throws {
    let files = ["page/gate.txt": Self.page, "captions/gate-spoken.txt": Self.captions]
    #expect(try findings(in: files).allSatisfy { $0.contains("transcript-duplicate") })
    #expect(try !findings(in: files).isEmpty)
    let configuration = #"{"overrides": [{"files": "page/*", "siblings": "../captions/{stem}-spoken.txt"}]}"#
    #expect(
      try findings(in: files.merging(["tapescript.json": configuration]) { $1 }) == [
        "page/gate.txt:7 sibling-out-of-sync: ../captions/gate-spoken.txt has other words here."
      ])
  }

  @Test("What other files say is the same whether they are checked or not")
  func checkedAlone() throws {
    let folder = try Folder(["gate.page.txt": Self.page, "gate.captions.txt": Self.captions])
    let found: [ReportedFinding] = try Tool.check("--format", "json", "gate.page.txt", in: folder.root).json()
    #expect(found.map(\.rule) == ["sibling-out-of-sync"])
    let input = try Tool.check(
      "-", "--stdin-filename", "gate.page.txt", "--format", "json", in: folder.root, input: Self.page)
    #expect(try input.json([ReportedFinding].self).map(\.rule) == ["sibling-out-of-sync"])
  }

  @Test("Headers are held against a file of chapters")
  func chapters() throws {
    let folder = try Folder([
      "gate.txt": "At the gate\n\n" + Self.page, "chapters/gate.txt": "00:00 At the gate\n00:25 The smith\n",
      "tapescript.json": #"{"chapters": "chapters/{stem}.txt"}"#,
    ])
    let found: [ReportedFinding] = try Tool.check("--format", "json", "gate.txt", in: folder.root).json()
    #expect(found.map(\.rule) == ["chapters-out-of-sync"])
    #expect(found.first?.message.contains("chapters/gate.txt has a chapter “The smith” at 0:25") == true)
    let off = try Tool.check("--ignore", "chapters-out-of-sync", "--format", "json", "gate.txt", in: folder.root)
    #expect(try off.json([ReportedFinding].self).isEmpty)
  }

  @Test("A file alone has no relations")
  func alone() throws {
    #expect(try findings(in: ["gate.txt": Self.page]) == [])
  }
}
