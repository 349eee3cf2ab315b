import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// A run of times that are late or early by one constant is one mistake with one fix, and other mistakes are not taken for it.
struct TimeShiftTests {
  private static let notations = ["page", "captions", "blog", "front-matter"]

  /// An episode with a start, in seconds, for each turn.
  private func text(_ starts: [Int], as notation: String, _ style: (Int) -> String = Self.clock) -> Text {
    let words = "one two three four five six seven eight nine ten"
    let units = starts.enumerated().map { number, start in
      let (time, who) = (style(start), number.isMultiple(of: 2) ? "Ada" : "Bo")
      switch notation {
      case "page": return "\(who): \(words) \(number). (\(time))\n\n"
      case "blog": return "[\(time)] \(who): \(words) \(number).\n\n"
      case "captions": return "\(time) \(words) \(number)\n"
      default: return "- line: \(words) \(number).\n  sec: \(start)\n  time: '\(time)'\n  who: \(who)\n"
      }
    }
    return Text(notation == "front-matter" ? "---\ntranscript:\n\(units.joined())---\n" : units.joined())
  }

  private static func clock(_ seconds: Int) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }

  private func order(in text: Text, as notation: String) throws -> [Finding] {
    try #require(findings(in: text, as: notation)).findings.filter { $0.rule == "time-order" }
  }

  /// Times of a conversation: a turn every four to nine seconds.
  private func conversation(_ count: Int, from start: Int, _ random: inout SeededGenerator) -> [Int] {
    var time = start
    return (0..<count).map { _ in
      defer { time += Int.random(in: 4...9, using: &random) }
      return time
    }
  }

  private func expectOne(_ right: [Int], _ wrong: [Int], as notation: String, _ about: String) throws {
    let damaged = text(wrong, as: notation)
    let found = try order(in: damaged, as: notation)
    #expect(found.count == 1, "\(about): \(found.map(\.message))")
    guard let finding = found.first, let fix = finding.fixes.first else { return }
    #expect(fix.applied(to: damaged) == text(right, as: notation), "\(about): \(finding.message) \(fix.title)")
    #expect(finding.severity == .error && finding.related.count <= 1)
  }

  @Test("In the middle, by a round length, either way", arguments: notations, [600, -600, 3_600, 1_200, -300, 240])
  func middle(notation: String, length: Int) throws {
    var random = SeededGenerator(seed: UInt64(abs(length)))
    for _ in 0..<6 {
      let right = conversation(160, from: 1_400, &random)
      let first = Int.random(in: 60..<100, using: &random)
      let run = first..<(first + 12)
      let wrong = right.indices.map { run.contains($0) ? right[$0] + length : right[$0] }
      try expectOne(right, wrong, as: notation, "\(run) by \(length)")
    }
  }

  @Test("Hours that are lost to the end", arguments: notations)
  func hoursLost(notation: String) throws {
    var random = SeededGenerator(seed: 5)
    let right = conversation(700, from: 10, &random).map { $0 + 1_800 }
    let wrong = right.map { $0 >= 3_600 ? $0 - 3_600 : $0 }
    let found = try order(in: text(wrong, as: notation), as: notation)
    #expect(found.count == 1, "\(found.map(\.message))")
    let fixed = try #require(found.first?.fixes.first).applied(to: text(wrong, as: notation))
    #expect(fixed == text(right, as: notation))
  }

  @Test("Hours that are lost again and again are given back, each run by its own")
  func minutesOnly() throws {
    var random = SeededGenerator(seed: 6)
    // What begins at zero is another part.
    let right = conversation(1_700, from: 10, &random).map { $0 % 3_600 < 2 ? $0 + 2 : $0 }
    let wrong = text(right.map { $0 % 3_600 }, as: "captions")
    let found = try order(in: wrong, as: "captions")
    #expect(found.count == right.last! / 3_600)
    // The fixes can be made in any order.
    var fixed = wrong
    for finding in found.reversed() { fixed = try #require(finding.fixes.first).applied(to: fixed) }
    #expect(fixed == text(right, as: "captions"))
  }

  @Test("A second part begins at zero, also right behind an hour")
  func secondPart() throws {
    var random = SeededGenerator(seed: 7)
    let first = conversation(60, from: 3_230, &random).filter { $0 < 3_595 }
    #expect(try order(in: text(first + conversation(60, from: 0, &random), as: "page"), as: "page").isEmpty)
    #expect(try order(in: text(first + conversation(60, from: 4, &random), as: "page"), as: "page").count == 1)
  }

  @Test("At the beginning, late, and at the end, early", arguments: notations)
  func ends(notation: String) throws {
    var random = SeededGenerator(seed: 9)
    let right = conversation(80, from: 20, &random)
    try expectOne(
      right, right.indices.map { $0 < 12 ? right[$0] + 600 : right[$0] }, as: notation, "at the beginning")
    let late = right.map { $0 + 3_000 }
    try expectOne(late, late.indices.map { $0 >= 68 ? late[$0] - 600 : late[$0] }, as: notation, "at the end")
  }

  @Test("Decimals of seconds stay, and items that have seconds alone are moved, too")
  func seconds() throws {
    var random = SeededGenerator(seed: 4)
    let right = conversation(60, from: 1_000, &random)
    func items(_ starts: [Int]) -> Text {
      let items = starts.enumerated().map { number, start in
        number.isMultiple(of: 3)
          ? "- line: one two three \(number)\n  sec: \(start).25\n  who: Ada\n"
          : "- line: one two three \(number)\n  sec: \(start).5\n  time: '\(Self.clock(start))'\n  who: Bo\n"
      }
      return Text("---\ntranscript:\n\(items.joined())---\n")
    }
    let wrong = items(right.indices.map { (20..<32).contains($0) ? right[$0] + 600 : right[$0] })
    let found = try order(in: wrong, as: "front-matter")
    #expect(found.count == 1 && found.first?.fixes.first?.applied(to: wrong) == items(right))
  }

  @Test("Two runs by different lengths are two findings")
  func twoRuns() throws {
    var random = SeededGenerator(seed: 3)
    let right = conversation(300, from: 4_000, &random)
    let wrong = right.indices.map {
      (50..<62).contains($0) ? right[$0] - 600 : (200..<220).contains($0) ? right[$0] + 3_600 : right[$0]
    }
    let found = try order(in: text(wrong, as: "page"), as: "page")
    #expect(found.count == 2, "\(found.map(\.message))")
    var fixed = text(wrong, as: "page")
    for _ in 0..<2 {
      fixed = try #require(try order(in: fixed, as: "page").first?.fixes.first).applied(to: fixed)
    }
    #expect(fixed == text(right, as: "page"))
  }

  @Test("One or two outliers, two neighbours that were swapped, a second part, and disorder are none")
  func others() throws {
    var random = SeededGenerator(seed: 11)
    let right = conversation(60, from: 100, &random)
    for wrong in [
      right.indices.map { $0 == 30 ? right[$0] + 600 : right[$0] },
      right.indices.map { $0 == 30 || $0 == 31 ? right[$0] + 600 : right[$0] },
      right.indices.map { $0 == 30 ? right[31] : $0 == 31 ? right[30] : right[$0] },
      right.indices.map { [20, 30, 40].contains($0) ? right[$0] + 600 : right[$0] },
    ] {
      #expect(try !order(in: text(wrong, as: "page"), as: "page").contains { $0.message.hasPrefix("These") })
    }
    let parts = conversation(100, from: 0, &random) + conversation(60, from: 0, &random)
    #expect(try order(in: text(parts, as: "page"), as: "page").isEmpty)
  }

  @Test("What is left when a run is moved is in order, and no time is invented", arguments: UInt64(1)...60)
  func anyRun(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let right = conversation(Int.random(in: 40...200, using: &random), from: 1_300, &random)
    // With fewer than three starts above or below, those may as well be the wrong ones.
    let first = Int.random(in: 4..<(right.count - 12), using: &random)
    let run = first..<Int.random(in: (first + 4)...min(right.count - 4, first + 40), using: &random)
    let length = Int.random(in: 5...20, using: &random) * 60 * (Bool.random(using: &random) ? 1 : -1)
    let wrong = right.indices.map { run.contains($0) ? right[$0] + length : right[$0] }
    let damaged = text(wrong, as: "captions")
    let found = try order(in: damaged, as: "captions")
    #expect(found.count <= 1, "\(run) of \(right.count) by \(length): \(found.map(\.message))")
    if let fix = found.first?.fixes.first {
      #expect(try order(in: fix.applied(to: damaged), as: "captions").isEmpty)
    }
  }
}
