import Rules
import SeededRandom
import SourceText
import Support
import Testing

/// Who is blamed when times run backwards, and what is offered.
struct TimeOrderTests {
  /// Captions with these times and ten words each; the findings as `line severity`.
  private func blamed(_ times: [String]) throws -> [String] {
    let text = Text(times.map { "\($0) one two three four five six seven eight nine ten\n" }.joined())
    let (found, reading) = try #require(findings(in: text, as: "captions"))
    return found.filter { $0.rule == "time-order" }
      .map { "\(reading.text.line(at: $0.range.lowerBound) + 1) \($0.severity.name)" }
  }

  @Test(
    "The outlier is blamed, not the line after it",
    arguments: [
      (["26:08", "26:41", "26:17", "26:33"], ["2 error"]), (["1:00", "2:00", "0:30", "3:00", "4:00"], ["3 error"]),
      (["1:00", "1:00", "1:00"], []), (["59:58", "1:00:04"], []),
      // Two of the same wrong time stand for one turn.
      (["1:00", "9:00", "9:00", "1:20", "1:30"], ["2 error"]),
      // Two in a row.
      (["1:00", "9:00", "9:10", "1:20", "1:30", "1:40"], ["2 error", "3 error"]),
      // Two neighbours swapped: one is reported.
      (["1:00", "1:09", "1:04", "1:13"], ["2 warning"]),
      // Overlapping voices.
      (["1:00", "1:10", "1:08", "1:20"], ["2 information"]),
      // The first and the last can be wrong too.
      (["9:00", "1:00", "1:10", "1:20"], ["1 error"]), (["1:00", "1:10", "1:20", "0:30"], ["4 error"]),
    ])
  func blame(times: [String], expected: [String]) throws {
    #expect(try blamed(times) == expected)
  }

  @Test("A second part may begin at zero again")
  func secondPart() throws {
    #expect(try blamed(["4:00", "5:00", "6:00", "0:00", "0:30", "1:10", "1:40"]) == [])
    #expect(try blamed(["4:00", "5:00", "6:00", "0:00", "6:30", "7:10", "7:40"]) == ["4 error"])
    // One time that is too late above an early one begins no part.
    #expect(try blamed(["0:35", "0:40", "0:44", "6:55", "0:48", "0:52", "0:56", "1:00"]) == ["4 error"])
  }

  @Test("Of two equally good blames the one goes that hardly leaves time for the words")
  func byPace() throws {
    let many = Array(repeating: "word", count: 290).joined(separator: " ")
    let text = Text("1:00 one two\n1:09 \(many)\n1:03 three four\n3:05 five six\n3:06 seven\n")
    let (found, _) = try #require(findings(in: text, as: "captions"))
    let order = found.filter { $0.rule == "time-order" }
    #expect(order.map { text.string($0.range) } == ["1:03"])
    #expect(order.first?.fixes.first?.title == "Change the time to 3:03")
  }

  @Test("The pace tells where the first and the last time belong")
  func ends() {
    let first = Text("9:31 one two three four five\n1:33 six seven eight nine ten\n1:35 one\n1:36 two\n")
    #expect(findings(in: first, as: "captions")?.findings.first?.fixes.first?.title == "Change the time to 1:31")
    let last = Text("8:31 one two three four five\n8:33 six seven eight nine ten\n8:35 one\n1:36 two\n")
    #expect(findings(in: last, as: "captions")?.findings.first?.fixes.first?.title == "Change the time to 8:36")
  }

  @Test("A step back that overlapping voices make is fixed by the time beside it")
  func overlap() {
    let text = Text("1:00 one two three four five\n1:04 one\n1:02 two\n1:05 three\n1:06 four\n")
    #expect(findings(in: text, as: "captions")?.findings.first?.fixes.first?.title == "Change the time to 1:02")
  }

  @Test("The other of two equally good blames is related")
  func related() throws {
    let (found, _) = try #require(findings(in: Text("1:00 a\n1:09 b\n1:04 c\n1:13 d\n"), as: "captions"))
    #expect(found.first?.related.map(\.range) == [14..<18])
  }

  @Test(
    "The likeliest fix comes first",
    arguments: [
      (["26:08", "26:41", "26:17"], "26:14"), (["1:00:24", "1:01:31", "1:00:32"], "1:00:31"),
      (["0:59:40", "0:59:50", "0:00:10", "1:00:20"], "1:00:10"), (["12:40", "12:50", "1:12:55", "13:00"], "12:55"),
      (["2:40", "2:50", "12:03", "3:20"], "3:12"), (["02:40", "02:50", "12:03", "03:20"], "03:12"),
      (["10:00", "59:59", "10:10"], "10:05"),
      // In the style of the times around it, where there are two.
      (["0:59:30", "0:59:40", "2:59:50", "1:00:00", "1:00:10"], "0:59:50"),
      (["59:30", "59:40", "2:59:50", "1:00:00"], "59:50"),
      (["02:40", "02:50", "03:00", "3:10", "3:20", "13:30", "3:40"], "3:30"),
      (["2:40", "2:50", "3:00", "03:10", "03:20", "13:30", "03:40"], "03:30"),
      (["59:40", "59:50", "10:00", "01:00:10", "01:00:20"], "01:00:00"),
      (["0:10", "0:20", "00:13:30", "0:40"], "00:00:30"),
    ])
  func fixes(times: [String], expected: String) throws {
    let text = Text(times.map { "\($0) one two three four five\n" }.joined())
    let (found, _) = try #require(findings(in: text, as: "captions"))
    #expect(found.first { $0.rule == "time-order" }?.fixes.first?.title == "Change the time to \(expected)")
  }

  @Test("In front matter sec and time change together")
  func both() throws {
    let items = [(2399, "39:59"), (2474, "41:14"), (2416, "40:16")].map {
      "- line: one two three\n  sec: \($0.0)\n  time: '\($0.1)'\n  who: Ada\n"
    }
    let text = Text("---\ntranscript:\n" + items.joined() + "---\n")
    let found = try #require(findings(in: text, as: "front-matter")).findings
    let fix = try #require(found.first { $0.rule == "time-order" }?.fixes.first)
    let fixed = fix.applied(to: text)
    #expect(fixed.string(0..<fixed.count).contains("  sec: 2414\n  time: '40:14'\n"))
  }

  @Test("Outliers side by side lie between the same neighbours")
  func sideBySide() throws {
    let times = ["10:00", "10:10", "30:20", "30:30", "10:40", "10:50", "11:00"]
    let text = Text(times.map { "\($0) one two three four five\n" }.joined())
    let (found, _) = try #require(findings(in: text, as: "captions"))
    let order = found.filter { $0.rule == "time-order" }
    #expect(order.compactMap(\.fixes.first?.title) == ["Change the time to 10:20", "Change the time to 10:30"])
  }

  @Test("Behind a thousand findings none has fixes")
  func manyFixes() throws {
    let cues = (0..<2_400).map { number in
      let seconds = number * 2 + (number.isMultiple(of: 2) ? 0 : 600)
      return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) word\n"
    }
    let (found, _) = try #require(findings(in: Text(cues.joined()), as: "captions"))
    let order = found.filter { $0.rule == "time-order" }
    #expect(order.count > 1_000)
    #expect(order.prefix(1_000).allSatisfy { !$0.fixes.isEmpty } && order.dropFirst(1_000).allSatisfy(\.fixes.isEmpty))
  }

  @Test("Thousands of times in disorder are judged at once")
  func disorder() throws {
    var generator = SeededGenerator(seed: 3)
    let times = (0..<4_000).map { _ in "\(Int.random(in: 0..<60, using: &generator)):00" }
    #expect(try blamed(times).count > 1_000)
  }
}
