import Rules
import SourceText
import Testing

/// A time that can be read and is a slip among its neighbours is malformed, with its fix, and nothing else is said of it.
struct TimeSlipTests {
  private func found(_ times: [String], as notation: String = "blog") throws -> [String] {
    let units = times.enumerated().map { number, time in
      notation == "captions"
        ? "\(time) one two three four five \(number)\n"
        : "[\(time)] \(number.isMultiple(of: 2) ? "Ada" : "Bo"): One two three \(number).\n\n"
    }
    let text = Text(units.joined())
    return try #require(findings(in: text, as: notation)).findings
      .filter { $0.rule.hasPrefix("time-") && $0.rule != "time-gap" }
      .map { "\($0.rule) \(text.string($0.range)) \($0.fixes.first?.title ?? "")" }
  }

  private func clocks(_ range: ClosedRange<Int>, _ prefix: String, step: Int = 4, decimals: String = "") -> [String] {
    range.map { number in
      let seconds = number * step
      return
        "\(prefix)\(seconds / 60 < 10 ? "0" : "")\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)\(decimals)"
    }
  }

  @Test(
    "A slip, and what was meant",
    arguments: [
      ("1:", "1:0:08", "1:00:08"), ("00:", "00:0:08", "00:00:08"), ("00:", "00:00.08", "00:00:08"),
      ("1:", "1:00.08", "1:00:08"), ("01:", "01:00,08", "01:00:08"),
    ])
  func slips(prefix: String, written: String, meant: String) throws {
    var times = clocks(0...30, prefix)
    times[2] = written
    for notation in ["blog", "captions"] {
      #expect(try found(times, as: notation) == ["time-malformed \(written) Change to \(meant)"])
    }
  }

  @Test("A minute that lost its first digit is the one that fits")
  func lostDigit() throws {
    var times = clocks(0...30, "1:1").map { $0.replacing("1:10", with: "1:1") }
    times = (0...30).map { "1:1\(4 + $0 / 15):\($0 % 15 < 3 ? "0" : "")\($0 % 15 * 4)" }
    times += clocks(0...5, "2:")
    times[3] = "1:4:12"
    #expect(try found(times) == ["time-malformed 1:4:12 Change to 1:14:12"])
  }

  @Test("What all times have is their style")
  func styles() throws {
    #expect(try found((0...30).map { "1:\($0 / 6):\($0 % 6)0" }) == [])
    #expect(try found((0...30).map { "00:\($0 / 6 + 10).\($0 % 6)5" }) == [])
    #expect(try found(clocks(0...30, "", decimals: ".12")) == [])
    // Decimals in a file without hours are decimals.
    var times = clocks(0...30, "")
    times[2] = "00:08.12"
    #expect(try found(times) == [])
    // Three decimals are those of a program.
    times = clocks(0...30, "00:")
    times[2] = "00:00:08.120"
    #expect(try found(times) == [])
  }

  @Test("One second digit is never a time", arguments: ["0:8", "00:8"])
  func secondDigit(written: String) throws {
    var times = clocks(0...30, "")
    times[2] = written
    #expect(try found(times) == ["time-malformed \(written) Change to \(written.dropLast())08"])
  }

  @Test("Decimals behind a colon become decimals where the others have some")
  func decimals() throws {
    var times = clocks(0...30, "00:", decimals: ".500")
    times[2] = "00:00:08:500"
    #expect(try found(times) == ["time-malformed 00:00:08:500 Change to 00:00:08.500"])
  }

  @Test("Beside a number of seconds, a time that cannot be read is not also out of order, and both are fixed")
  func seconds() throws {
    func fixed(_ time: String, _ seconds: String) throws -> (rules: [String], text: String) {
      let items = [("1", "0:01"), ("4", "0:04"), (seconds, time), ("30", "0:30"), ("34", "0:34")].map {
        "- line: one \($0.1) three\n  sec: \($0.0)\n  time: '\($0.1)'\n  who: Ada\n"
      }
      let text = Text("---\ntranscript:\n\(items.joined())---\n")
      let found = try #require(findings(in: text, as: "front-matter")).findings.filter { $0.severity >= .warning }
      let fixed = found.first?.fixes.first?.applied(to: text)
      return (found.map(\.rule), fixed.map { $0.string(0..<$0.count) } ?? "")
    }
    let late = try fixed("0:100", "39")
    #expect(late.rules == ["time-malformed"] && late.text.contains("  sec: 10\n  time: '0:10'\n"))
    let fitting = try fixed("0:100", "12")
    #expect(fitting.rules == ["time-malformed"] && fitting.text.contains("  sec: 12\n  time: '0:12'\n"))
    let range = try fixed("0:75", "39")
    #expect(range.rules == ["time-range"])
  }
}
