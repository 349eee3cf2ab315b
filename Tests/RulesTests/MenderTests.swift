import Formats
import SourceText
import Testing
import Transcript

@testable import Rules

/// Which repairs are made, in which rounds, and which are refused.
struct MenderTests {
  private func mend(_ text: String, _ choice: Mender.Choice = .safe, as notation: String = "front-matter") throws
    -> Mender.Result
  {
    let format = try #require(Detection.format(named: notation))
    let mender = Mender(choice) {
      Document($0, format: format).reading
    } judge: {
      Judge.findings(in: $0)
    }
    return mender.mend(Document(Text(text), format: format).reading)
  }

  private func items(_ items: String...) -> String {
    "---\ntitle: Lamp\ntranscript:\n" + items.joined() + "---\n"
  }

  private func item(_ words: String, sec: Int?, time: String, who: String = "Ida") -> String {
    "- line: \(words)\n" + (sec.map { "  sec: \($0)\n" } ?? "") + "  time: \(time)\n  who: \(who)\n"
  }

  @Test("Safe repairs are made, all others are left")
  func safe() throws {
    let result = try mend(
      items(item("One", sec: 10, time: "0:10"), item("We are #1 here", sec: nil, time: "'0:20'"), "- line: 'Lost\n"))
    let expected = items(
      item("One", sec: 10, time: "'0:10'"), "- line: 'We are #1 here'\n  sec: 20\n  time: '0:20'\n  who: Ida\n",
      "- line: 'Lost\n")
    #expect(result.reading.text == Text(expected))
    #expect(result.made == 3)
    #expect(result.isStable)
    #expect(result.findings.contains { $0.rule == "yaml-syntax" })
    #expect(try mend(expected).made == 0)
  }

  @Test("The best repair of each finding, where that is wanted")
  func best() throws {
    let result = try mend(
      "Ida: Nil. (0:05)\n\nIda: One. (0:10)\n\nTove: Two. (0:1)\n\nIda Three. (0:30)\n\nIda: Four. (0:40)\n", .best,
      as: "page")
    #expect(
      result.reading.text
        == Text(
          "Ida: Nil. (0:05)\n\nIda: One. (0:10)\n\nTove: Two. (0:10)\n\nIda: Three. (0:30)\n\nIda: Four. (0:40)\n"))
    #expect(result.findings.isEmpty)
  }

  @Test("A repair that makes a new mistake is refused, and the others are made")
  func refused() throws {
    let result = try mend(
      items(
        item("One", sec: 10, time: "0:10"), item("Two", sec: 999, time: "'9:14'"), item("Three", sec: 20, time: "0:20"),
        item("Four", sec: 30, time: "0:30"), item("Five", sec: 40, time: "0:40")), .best)
    let expected = items(
      item("One", sec: 10, time: "'0:10'"), item("Two", sec: 999, time: "'9:14'"),
      item("Three", sec: 20, time: "'0:20'"),
      item("Four", sec: 30, time: "'0:30'"), item("Five", sec: 40, time: "'0:40'"))
    #expect(result.reading.text == Text(expected))
    #expect(result.made == 4)
    #expect(result.refused.map(\.finding.rule) == ["time-sec-mismatch"])
    #expect(result.refused.map { $0.mistake?.rule } == ["time-order"])
    #expect(result.findings.map(\.rule) == ["time-sec-mismatch"])
  }

  // What follows is about the rounds themselves, with a judge for whom letters are mistakes.

  /// Findings at each place where a word stands, with a repair that puts another in its place.
  private func judge(_ repairs: [(wrong: String, right: String, isSafe: Bool)]) -> (Reading) -> [Finding] {
    { reading in
      let text = reading.text.string(0..<reading.text.count)
      return repairs.flatMap { repair in
        text.ranges(of: repair.wrong).map { range in
          let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
          let range = start..<(start + repair.wrong.utf8.count)
          var finding = Finding(
            rule: repair.wrong, severity: repair.right.isEmpty ? .error : .hint, message: "", range: range,
            related: [], fixes: [])
          if !repair.right.isEmpty {
            finding.fixes = [Fix("", isSafe: repair.isSafe, edits: [Edit(range, repair.right)])]
          }
          return finding
        }
      }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  private func mendWords(_ text: String, _ repairs: (String, String)...) throws -> Mender.Result {
    let format = try #require(Detection.format(named: "captions"))
    let mender = Mender(.safe) { text in
      text.bytes.starts(with: "!".utf8) ? nil : Document(text, format: format).reading
    } judge: {
      judge(repairs.map { ($0.0, $0.1, true) })($0)
    }
    return mender.mend(Document(Text(text), format: format).reading)
  }

  @Test("Repairs that meet are made one after the other")
  func overlapping() throws {
    let result = try mendWords("abcabc", ("ab", "x"), ("bc", "y"), ("xc", "z"))
    #expect(result.reading.text == Text("zz"))
    #expect(result.made == 4)
  }

  @Test("Of many repairs the bad one is found, and one that waited for it is made in its place")
  func bad() throws {
    // `b` becomes an error; `bc` waits for it.
    let result = try mendWords("a a b bc a", ("a", "1"), ("b", "E"), ("bc", "2"), ("E", ""))
    #expect(result.reading.text == Text("1 1 b 2 1"))
    #expect(result.refused.map(\.finding.range) == [4..<5])
    #expect(result.findings.map(\.rule) == ["b"])
  }

  @Test("A repair that leaves nothing readable is refused")
  func unreadable() throws {
    let result = try mendWords("a b", ("a", "!"), ("b", "2"))
    #expect(result.reading.text == Text("a 2"))
    #expect(result.refused.count == 1 && result.refused[0].mistake == nil)
  }

  @Test("Repairs that undo each other come to an end, and it is said")
  func restless() throws {
    #expect(try !mendWords("a", ("a", "b"), ("b", "a")).isStable)
    #expect(try mendWords("a", ("a", "b"), ("b", "c")).isStable)
  }
}
