import Formats
import Rules
import SourceText
import Testing
import Transcript

/// What other files say, made of their readings.
struct SurroundingsTests {
  private func reading(_ text: String, as notation: String) throws -> Reading {
    Document(Text(text), format: try #require(Notations.builtIn.format(named: notation))).reading
  }

  private static let turns = (1...6).map {
    "Bo: Gate number \($0) weighs \($0 + 3) tons with all its chains. (0:0\($0))\n\n"
  }

  @Test("People are named by a key of their files, and by their ids where it is missing")
  func people() throws {
    let people = People([
      ("inesholm", try reading("---\ntitle: Ines Holm\n---\n", as: "front-matter")),
      ("bolund", try reading("---\nshort: bolund\n---\n", as: "front-matter")),
    ])
    #expect(people.names == ["inesholm": "Ines Holm", "bolund": "bolund"])
  }

  @Test("A file of chapters is lines with a time and a title")
  func chapters() throws {
    let chapters = Chapters(
      name: "lock.txt", try reading("00:00 At the gate\n01:02:03 Winter\nNotes\n", as: "captions"))
    #expect(
      chapters.chapters == [
        .init(start: Time(seconds: 0), title: "At the gate"), .init(start: Time(seconds: 3723), title: "Winter"),
      ])
  }

  @Test("A section begins at the time of its title, so its chapter may, too")
  func chapterOfTitle() throws {
    let text = "[00:00:05] **Ada:** Now.\n\n## [00:01:00] The fog\n\n[00:04:00] **Bo:** It comes.\n"
    let reading = try reading(text, as: "descript")
    func messages(_ chapters: String) throws -> [String] {
      let file = Chapters(name: "chapters.txt", try self.reading(chapters, as: "captions"))
      let findings = Judge.findings(in: reading, Settings(), Surroundings(chapters: file))
      return findings.filter { $0.rule == "chapters-out-of-sync" }.map(\.message)
    }
    #expect(try messages("01:00 The fog\n") == [])
    #expect(
      try messages("04:00 The fog\n") == ["This section begins at 1:00, the chapter in chapters.txt at 4:00."])
  }

  @Test("A file that was changed counts with what it says now")
  func update() throws {
    let gate = LongTurns(try reading(Self.turns.joined(), as: "page"))
    let half = LongTurns(try reading(Self.turns.prefix(3).joined(), as: "page"))
    let less = LongTurns(try reading(Self.turns.prefix(2).joined(), as: "page"))
    var index = TurnIndex()
    index.update("gate", gate)
    #expect(index.copies(of: "gate") == nil)
    index.update("weir", gate)
    index.update("mill", half)
    #expect(
      index.copies(of: "gate")
        == TranscriptCopies(closest: TranscriptCopy(name: "weir", shared: 6, turns: 6), count: 2))
    #expect(
      index.copies(of: "gate", except: ["weir"])
        == TranscriptCopies(closest: TranscriptCopy(name: "mill", shared: 3, turns: 6), count: 1))
    // Too few turns to be a copy of anything.
    #expect(index.copies(of: "mill") == nil)
    index.update("mill", less)
    index.update("weir", nil)
    #expect(index.copies(of: "gate") == nil)
    #expect(index.copies(of: "nothing") == nil)
  }
}
