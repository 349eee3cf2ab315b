import Features
import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Numbers of any size where a document has numbers: nothing traps, and nothing comes out that no recording has.
struct ExtremeNumberTests {
  /// Numbers of seconds.
  static let numbers = [
    "0", "-1", "-0", "2000000", "-2000000", "2000001", "2147483", "2147484", "4294967296", "9223372036854775807",
    "-9223372036854775808", "99999999999999999999", "1e300", "-1e300", "0x7fffffff", ".inf", ".nan", "", "٣", "5.4",
  ]
  /// Times.
  static let clocks = [
    "0:00", "499:59:59", "500:00:00", "555:33:20", "9999:59:59", "99999999999999999999:00:00", "99:59",
    "00000000000000000000:00:01", "0:99999999999999999999", "99999999999999999999:59", "-1:00",
    "0:00.99999999999999999999",
    "2147483647:00", "0:59:59.999",
  ]

  static let pairs = numbers.flatMap { first in numbers.map { [first, $0] } }

  private func expectSane(_ source: String, as notation: String) throws {
    let reading = Document(Text(source), format: try #require(Notations.tried.format(named: notation))).reading
    for row in reading.episode.rows {
      if let start = row.start { #expect((0...Time.latest).contains(start.wholeSeconds), "\(source)") }
    }
    for finding in Judge.findings(in: reading) {
      for fix in finding.fixes { #expect(!fix.applied(to: reading.text).string(0..<1).isEmpty, "\(finding)") }
    }
    for item in outline(reading) { #expect(!item.name.isEmpty) }
    let counted = statistics(reading)
    #expect((counted.stretch?.seconds ?? 0) >= 0)
    for speaker in counted.speakers { #expect(speaker.stretches.allSatisfy { $0.seconds > 0 }, "\(source)") }
    for fold in folds(reading) { #expect(!fold.range.isEmpty) }
    for offset in 0...reading.text.count { _ = hover(reading, at: offset) }
  }

  @Test("In sec, two in a row", arguments: pairs)
  func seconds(pair: [String]) throws {
    let items = (["4"] + pair + ["9"]).map { "- line: one two\n  sec: \($0)\n  who: Ida\n" }
    try expectSane("---\ntranscript:\n\(items.joined())---\n", as: "front-matter")
  }

  @Test("In sec and time of one item", arguments: numbers, clocks)
  func both(seconds: String, time: String) throws {
    let item = "- line: one two\n  sec: \(seconds)\n  time: '\(time)'\n  who: Ida\n"
    try expectSane("---\ntranscript:\n- line: one\n  time: '0:01'\n  who: Bo\n\(item)---\n", as: "front-matter")
  }

  @Test("In the times of every notation, two in a row", arguments: Notations.tried.formats.map(\.name), clocks)
  func times(notation: String, first: String) throws {
    for second in Self.clocks {
      let times = ["0:01", first, second, "0:09"]
      let units = times.map { time in
        switch notation {
        case "page": "Ida: one two (\(time))\n\n"
        case "blog": "[\(time)] Ida: one two\n\n"
        case "front-matter": "- line: one two\n  time: '\(time)'\n  who: Ida\n"
        default: "\(time) one two\n"
        }
      }
      let source = units.joined()
      try expectSane(notation == "front-matter" ? "---\ntranscript:\n\(source)---\n" : source, as: notation)
    }
  }
}
