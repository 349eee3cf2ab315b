import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Formats

/// The notation is mostly known by bounds, without reading the lines in all of them. Reading them must say the same.
struct ContestTests {
  private static let words = ["tide", "engine", "and", "we", "the", "lantern", "slowly", "went", "out", "again"]

  /// A conversation as a page, with times that fit its words.
  private static func page(_ turns: Int, using generator: inout SeededGenerator) -> String {
    var time = 3
    var text = ""
    for turn in 0..<turns {
      let count = Int.random(in: 4...60, using: &generator)
      let said = (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ")
      let stamp = "\(time / 60):" + String(repeating: "0", count: time % 60 < 10 ? 1 : 0) + "\(time % 60)"
      text +=
        "\(turn % 2 == 0 ? "Ada Lund" : "Bo Vik"): \(said.prefix(1).uppercased())\(said.dropFirst()). (\(stamp))\n\n"
      time += max(1, count / 2)
    }
    return text
  }

  @Test("What bounds decide, reading decides in the same way", arguments: Notations.builtIn.all.map(\.name))
  func bounds(name: String) throws {
    let format = try #require(Notations.builtIn.format(named: name))
    let page = try #require(Notations.builtIn.format(named: "page"))
    var decided = 0
    var compared = 0
    for seed in UInt64(1)...40 {
      var generator = SeededGenerator(seed: seed)
      let script = Document(Text(Self.page(Int.random(in: 8...70, using: &generator), using: &generator)), format: page)
        .reading.script
      var text = Text(try #require(script.written(in: format)).bytes)
      for _ in 0..<Int.random(in: 0...12, using: &generator) { text.apply(.random(in: text, using: &generator)) }
      guard let contest = Detection.detect(text).contest else { continue }
      compared += 1
      if contest.open.count == 1 { decided += 1 }
      #expect(
        contest.winner(in: text) == contest.ranking(in: text).first?.notation,
        "seed \(seed):\n\(text.string(0..<text.count))")
    }
    #expect(compared > 20)
    // Where others differ from it only in blanks, or have their fields on several lines, reading tells them apart.
    if Self.plain.contains(name) { #expect(decided * 2 > compared, "\(decided) of \(compared)") }
  }

  private static let plain: Set = ["page", "captions", "time-behind", "bold-time"]

  @Test("The same of real transcripts", .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws {
    for file in Repository.allSamples() {
      let text = try file.text()
      guard let contest = Detection.detect(text, path: file.lastPathComponent).contest else { continue }
      #expect(contest.winner(in: text) == contest.ranking(in: text).first?.notation, "\(file.lastPathComponent)")
    }
  }
}
