import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Rules

/// What is said where a rule finds more than anybody reads.
struct FindingListTests {
  private func reading(_ text: String) throws -> Reading {
    Document(Text(text), format: try #require(Notations.builtIn.format(named: "page"))).reading
  }

  private func turn(_ words: String, _ second: Int) -> String {
    "\(second.isMultiple(of: 2) ? "Ada" : "Bo"): \(words) (\(Time(seconds: second * 4).description))\n\n"
  }

  private func findings(of rule: String, in reading: Reading) -> [Finding] {
    Judge.findings(in: reading, fixes: .all).filter { $0.rule == rule }
  }

  @Test("In one segment: as many as are told one by one, then one that speaks for the rest", arguments: [0, 1, 7, 900])
  func inOneSegment(more: Int) throws {
    let count = FindingList.mostInBlock + more
    let words = String(repeating: "lamp  ", count: count) + "oil."
    let text = turn("Yes.", 0) + turn(words, 1) + turn("Yes.", 2)
    let found = findings(of: "double-space", in: try reading(text))
    #expect(found.count == FindingList.mostInBlock)
    #expect(found.map(\.count).reduce(0, +) == count)
    let last = try #require(found.last)
    #expect(last.message == "There are 2 blanks here." + (more > 0 ? " (and \(more) more like it below)" : ""))
    #expect(last.fixes.first?.edits.count == 1)
    #expect(last.joint?.edits.count ?? 1 == more + 1)
    let before = Text(text)
    var fixed = FixSet()
    for finding in found {
      #expect(finding.joint.map { fixed.add($0) } ?? finding.fixes.allSatisfy { fixed.add($0) })
    }
    var after = before
    for edit in fixed.edits.reversed() { after.apply(edit) }
    #expect(
      findings(
        of: "double-space", in: Document(after, format: try #require(Notations.builtIn.format(named: "page"))).reading
      )
      .isEmpty)
  }

  @Test("In a whole text, read once and kept up to date")
  func inAText() throws {
    let more = 300
    let count = FindingList.mostInText + more
    let format = try #require(Notations.builtIn.format(named: "page"))
    var text = ""
    for number in 0..<count { text += turn("The  light.", number) }
    var document = Document(Text(text), format: format)
    var judge = Judge(document.reading)
    func told(_ found: [Finding]) -> [Finding] { found.filter { $0.rule == "double-space" } }
    func check() {
      let kept = told(judge.findings(in: document.reading, fixes: .told))
      let fresh = told(Judge.findings(in: document.reading))
      #expect(kept.map(\.message) == fresh.map(\.message))
      #expect(kept.map(\.range) == fresh.map(\.range))
      #expect(kept.map(\.count) == fresh.map(\.count))
      // Only who fixes gets the fixes of what is not told.
      #expect(kept.last?.fixes == fresh.last?.fixes)
      let joined = told(Judge.findings(in: document.reading, fixes: .all))
      #expect(joined.last?.joint?.edits.count ?? 1 == fresh.last?.count)
      #expect(fresh.last?.joint == nil)
    }
    check()
    #expect(told(Judge.findings(in: document.reading)).last?.count == more + 1)
    let first = document.reading.blocks.range(of: 0)
    judge.update(document.apply(Edit(first, "")), document.reading)
    check()
    let half = 0..<document.reading.blocks.start(of: count / 2)
    judge.update(document.apply(Edit(half, "")), document.reading)
    check()
  }

  @Test("Of more findings than are kept with their words, those at the front have them all the same")
  func light() throws {
    let format = try #require(Notations.builtIn.format(named: "page"))
    var text = ""
    for number in 0..<3_000 { text += turn("a  b  c  d  e  f  g  h  i", number) }
    var document = Document(Text(text), format: format)
    var judge = Judge(document.reading)
    let gone = 0..<document.reading.blocks.start(of: 2_900)
    judge.update(document.apply(Edit(gone, "")), document.reading)
    let agrees = judge.agrees(with: document.reading, on: document.reading)
    #expect(agrees)
  }

  @Test("What is quoted in a message is cut, and only that", arguments: [(1, 1), (60, 60), (61, 61), (5_000, 61)])
  func quotations(length: Int, shown: Int) {
    let name = String(repeating: "ä", count: length)
    let message: Message = "“\(name)” stands \(2) times, in \("this file")."
    #expect(message.text == "“\(shortened(name))” stands 2 times, in this file.")
    #expect(shortened(name).count == shown)
  }
}
