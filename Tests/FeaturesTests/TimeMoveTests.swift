import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct TimeMoveTests {
  private static let page = """
    Ada: Is the rope dry? (0:10)

    Bo: It is dry. (0:20)

    The fog

    Ada: Good. (0:30)

    Bo: Then we go. (0:40)

    """

  private func text(_ result: RenameResult, of reading: Reading) -> String? {
    guard case .renaming(let renaming) = result else { return nil }
    let text = reading.edited(renaming.edits)
    return text.string(0..<text.count)
  }

  private func reading(_ source: String = page, as name: String = "page") -> Reading {
    Document(Text(source), format: Notations.builtIn.format(named: name)!).reading
  }

  @Test("From the middle of a turn, and from a header, the times below move")
  func move() throws {
    let reading = reading()
    let words = try #require(reading.text.place(of: "is dry."))
    #expect(
      text(moveTimes(reading, from: words, by: .move(42_000)), of: reading)
        == Self.page.replacing("0:40", with: "1:22").replacing("0:30", with: "1:12").replacing("0:20", with: "1:02"))
    let header = try #require(reading.text.place(of: "The fog"))
    #expect(
      text(moveTimes(reading, from: header, by: .time(Time(seconds: 29))), of: reading)
        == Self.page.replacing("0:40", with: "0:39").replacing("0:30", with: "0:29"))
    #expect(moveTimes(reading, from: reading.text.count, by: .move(1000)) != .refusal("No time stands here or below."))
    #expect(
      moveTimes(reading, from: words, by: .move(-20_001_000))
        == .refusal("The times cannot move by -5:33:21: 0:20 would be before the recording begins."))
    #expect(
      moveTimes(reading, from: words, by: .move(.max))
        == .refusal("The times cannot move by +555:33:20: some of them would be too late to be written."))
  }

  @Test("Between two anchors times move in proportion, below them as far as the second, above not at all")
  func stretch() throws {
    let reading = reading()
    let (second, third) = (
      try #require(reading.text.place(of: "Bo:")), try #require(reading.text.place(of: "Ada: Good"))
    )
    #expect(
      text(
        stretchTimes(
          reading, between: TimeAnchor(offset: third, time: Time(seconds: 50)), and: TimeAnchor(offset: second)),
        of: reading) == Self.page.replacing("0:40", with: "1:00").replacing("0:30", with: "0:50"))
    #expect(
      text(
        stretchTimes(
          reading, between: TimeAnchor(offset: 0, time: Time(seconds: 0)),
          and: TimeAnchor(offset: third, time: Time(seconds: 60))),
        of: reading)
        == Self.page.replacing("0:40", with: "1:10").replacing("0:30", with: "1:00").replacing("0:20", with: "0:30")
        .replacing("0:10", with: "0:00"))
    #expect(
      stretchTimes(reading, between: TimeAnchor(offset: 0), and: TimeAnchor(offset: 3))
        == .refusal("Two segments with times are needed to stretch what is between them."))
    #expect(
      stretchTimes(
        reading, between: TimeAnchor(offset: 0, time: Time(seconds: 9)),
        and: TimeAnchor(offset: third, time: Time(seconds: 9)))
        == .refusal("0:09 is not later than 0:09, so nothing fits between them."))
  }

  @Test("Cues: ends and times among the words stretch, too, and what cannot be read stays and is counted")
  func cues() throws {
    let source = """
      WEBVTT

      00:10.000 --> 00:12.000
      <v Ada>Is it <00:11.000>dry?

      00:9.000 --> 00:22.000
      <v Bo>It is.

      00:30.000 --> 00:32.000
      <v Bo>Quite.

      """
    let reading = reading(source, as: "webvtt")
    let last = try #require(reading.text.place(of: "Quite"))
    let result = stretchTimes(
      reading, between: TimeAnchor(offset: 8), and: TimeAnchor(offset: last, time: Time(seconds: 50)))
    #expect(
      text(result, of: reading)
        == source.replacing("00:30.000 --> 00:32", with: "00:50.000 --> 00:52").replacing("00:22", with: "00:34")
        .replacing("00:12", with: "00:14").replacing("<00:11", with: "<00:12"))
    guard case .renaming(let renaming) = result else { return }
    #expect(renaming.note?.hasSuffix("1 time that cannot be read stay as they are.") ?? false, "\(renaming)")
  }

  @Test("A cue whose time is not written as it should be keeps its spelling")
  func spelling() throws {
    let source = """
      1
      00:00:10.000 --> 00:00:12,000
      Is it dry?

      2
      00:00:20,000 --> 00:00:22,000
      It is.

      """
    let reading = reading(source, as: "srt")
    #expect(
      text(moveTimes(reading, from: 0, by: .move(1_000)), of: reading)
        == source.replacing("10.000", with: "11.000").replacing("12,000", with: "13,000")
        .replacing("20,000", with: "21,000").replacing("22,000", with: "23,000"))
  }

  @Test("A long pause and a time that runs backwards have a likely length")
  func likely() {
    func moves(_ source: String, segment: Int) -> [Int] {
      let reading = reading(source)
      return likelyMoves(reading, at: reading.segments()[segment]).map(\.length)
    }
    #expect(moves(Self.page, segment: 0) == [-10_000])
    #expect(moves(Self.page, segment: 1) == [])
    let late = Self.page.replacing("0:30", with: "1:30").replacing("0:40", with: "1:40")
    #expect(moves(late, segment: 2).allSatisfy { $0 < -50_000 } && !moves(late, segment: 2).isEmpty)
    #expect(moves(late, segment: 3) == [])
    let early = Self.page.replacing("0:30", with: "0:05").replacing("0:40", with: "0:15")
    #expect(moves(early, segment: 2).allSatisfy { $0 > 10_000 } && !moves(early, segment: 2).isEmpty)
  }

  @Test("Anchors that overtake each other, and lengths beyond any recording")
  func extremes() {
    #expect(TimeMove.stretching(Time(seconds: 1)...Time(seconds: 1), to: (Time(seconds: 1), Time(seconds: 2))) == nil)
    #expect(TimeMove.by(.max).time(of: Time(seconds: 0)) == nil)
    #expect(TimeMove.by(.min).isBeforeRecording(Time(seconds: Time.latest)))
    let whole = TimeMove.stretching(
      Time(seconds: 0)...Time(seconds: Time.latest), to: (Time(seconds: 0), Time(seconds: 1)))
    #expect(whole?.time(of: Time(seconds: Time.latest)) == Time(seconds: 1))
    #expect(whole?.time(of: Time(seconds: Time.latest / 2)) == Time(milliseconds: 500))
  }
}
