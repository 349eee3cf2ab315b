import Rules
import SourceText
import Testing
import Transcript

/// What is said of the times of cues, and what is offered: nobody's words become those of somebody else.
struct CueTimesTests {
  /// Cues of SubRip: start, end, words.
  private func text(_ cues: [(start: String, end: String, words: String)]) -> Text {
    Text(
      cues.enumerated().map { number, cue in
        "\(number + 1)\n00:\(cue.start) --> 00:\(cue.end)\n\(cue.words)\n\n"
      }.joined())
  }

  private func found(_ rule: String, in text: Text) throws -> [Finding] {
    try #require(findings(in: text, as: "srt")).findings.filter { $0.rule == rule }
  }

  private func fixed(_ text: Text, _ finding: Finding) throws -> String {
    var text = text
    for edit in try #require(finding.fixes.first).edits.reversed() { text.apply(edit) }
    return text.string(0..<text.count)
  }

  @Test("A start with a wrong digit: its times move, and the cue stays")
  func wrongMinute() throws {
    let text = text([
      ("44:55,000", "44:57,000", "Bo: Is the gate shut?"), ("44:57,300", "44:57,600", "Then we"),
      ("45:57,700", "45:57,900", "Ines: He --"), ("44:58,000", "44:59,000", "Bo: went home."),
      ("45:01,000", "45:02,000", "At last."),
    ])
    let finding = try #require(try found("cue-order", in: text).first)
    #expect(finding.message.hasSuffix("Probably 00:44:57,700."))
    #expect(try fixed(text, finding).contains("00:44:57,700 --> 00:44:57,900\nInes: He --"))
  }

  @Test(
    "A cue is moved only where everybody goes on saying what they said",
    arguments: [
      // All have labels, or none has.
      (["Bo: One.", "Ines: Two.", "Bo: Three.", "Ines: Four."], true), (["One.", "Two.", "Three.", "Four."], true),
      // What stands below the old place, or the new one, would be said by somebody else.
      (["Bo: One.", "Ines: Two.", "Bo: Three.", "and four."], false),
      (["Bo: One.", "and two.", "Ines: Three.", "Bo: Four."], false),
      // One that goes on with another turn.
      (["Bo: One.", "Ines: Two.", "and three.", "Bo: Four."], false),
      (["Bo: One.", "and two.", "and three.", "Ines: Four."], true),
    ])
  func moving(words: [String], isOffered: Bool) throws {
    let text = text([
      ("00:01,000", "00:02,000", words[0]), ("00:08,000", "00:09,000", words[1]),
      ("00:04,000", "00:05,000", words[2]), ("00:10,000", "00:11,000", words[3]),
      ("00:12,000", "00:13,000", "Ines: Five."), ("00:14,000", "00:15,000", "Bo: Six."),
    ])
    let finding = try #require(try found("cue-order", in: text).first)
    #expect(finding.fixes.contains { $0.title == Rule.movesCue } == isOffered)
  }

  @Test("A cue is not cut to nothing", arguments: [("00:04,400", false), ("00:04,500", true)])
  func overlap(start: String, isOffered: Bool) throws {
    let text = text([
      ("00:01,000", "00:02,000", "Bo: One."), ("00:04,000", "00:06,000", "Ines: Two."), (start, "00:07,000", "Bo: No."),
    ])
    let finding = try #require(try found("cue-overlap", in: text).first)
    #expect(finding.fixes.isEmpty != isOffered)
  }

  @Test("A cue of no length ends later, or begins earlier, where there is room")
  func zero() throws {
    let text = text([
      ("00:01,000", "00:02,000", "Bo: One."), ("00:04,000", "00:04,000", "Ines: Two."),
      ("00:04,000", "00:07,000", "Bo: Three."),
    ])
    let finding = try #require(try found("cue-zero", in: text).first)
    #expect(finding.fixes.map(\.title) == ["Begin it at 00:00:02,000, where the one above ends"])
    #expect(try fixed(text, finding).contains("00:00:02,000 --> 00:00:04,000\nInes: Two."))
  }

  @Test("Dashes are no words that somebody says too fast", arguments: [("--", 0), ("so", 1)])
  func dashes(word: String, count: Int) throws {
    let text = text([
      ("00:01,000", "00:02,000", "Bo: One."),
      (
        "00:04,000", "00:05,500",
        "Ines: I \(word) was \(word) he \(word) said \(word) to us \(word) we go \(word) home now."
      ),
      ("00:05,500", "00:09,000", "Bo: Three."),
    ])
    #expect(try found("time-rate", in: text).count == count)
  }
}
