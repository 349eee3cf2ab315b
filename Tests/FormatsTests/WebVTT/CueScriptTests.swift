import Formats
import SourceText
import Support
import Testing
import Transcript

/// What a file of cues says in no notation, and how what repeats itself is said once.
struct CueScriptTests {
  private func reading(_ source: String) throws -> Reading {
    Document(Text(source), format: try #require(Notations.builtIn.format(named: "webvtt"))).reading
  }

  private func units(_ source: String) throws -> [String] {
    try reading("WEBVTT\n\n" + source).script.units.map { "\($0.speaker ?? "-"): \($0.text)" }
  }

  @Test("Who says what, however that is written")
  func speakers() throws {
    #expect(
      try units("00:01.000 --> 00:02.000\n<v Mar&#237;a>one\n\n00:02.000 --> 00:03.000\ntwo\n")
        == ["María: one", "-: two"], "a tag is for one cue")
    #expect(
      try units(
        "00:01.000 --> 00:02.000\nAda: one\n\n00:02.000 --> 00:03.000\ntwo\n\n00:03.000 --> 00:04.000\nAda: three\n")
        == ["Ada: one", "Ada: two", "Ada: three"], "a name in words is for a turn")
    #expect(
      try units(
        "00:01.000 --> 00:02.000\nAda: one\n\n00:02.000 --> 00:03.000\n>> two\n\n00:03.000 --> 00:04.000\nAda: three\n")
        == ["Ada: one", "-: two", "Ada: three"])
    #expect(
      try units("00:01.000 --> 00:02.000\nReminder: eat\n") == ["-: Reminder: eat"], "once it may be a sentence")
    #expect(
      try units("00:01.000 --> 00:02.000\n<v Ada>one</v>\n<v Bo>two</v>\n") == ["Ada: one", "Bo: two"])
    #expect(
      try units("00:01.000 --> 00:02.000\n>> Ada: one\n>> Bo: two\nand three\n") == ["Ada: one", "Bo: two and three"])
    #expect(try units("00:01.000 --> 00:02.000\n(speaker 0) one\n") == ["speaker 0: one"])
    #expect(try units("00:01.000 --> 00:02.000\n[Music]\n") == ["-: [Music]"])
    #expect(try units("00:01.000 --> 00:02.000\nat 12:30: tea\n") == ["-: at 12:30: tea"])
  }

  private static func youTube(_ lines: [String]) -> String {
    var source = "WEBVTT\nKind: captions\nLanguage: en\n\n"
    func time(_ milliseconds: Int) -> String {
      Time(milliseconds: milliseconds).written(hourDigits: 2, fractionDigits: 3)
    }
    var above = " "
    for (index, line) in lines.enumerated() {
      let start = 1_000 + index * 2_000
      let words = line.split(separator: " ")
      let rest = words.dropFirst().enumerated().map { "<\(time(start + 100 * ($0.offset + 1)))><c> \($0.element)</c>" }
      source +=
        "\(time(start)) --> \(time(start + 1_990)) align:start position:0%\n\(above)\n\(words[0])\(rest.joined())\n\n"
      source += "\(time(start + 1_990)) --> \(time(start + 2_000)) align:start position:0%\n\(line)\n \n\n"
      above = line
    }
    return source
  }

  private static let lines = ["who keeps the key", "to the old lock", "my cat does and", "she sleeps on it"]

  @Test("Rolling captions are said once")
  func rolling() throws {
    let reading = try reading(Self.youTube(Self.lines))
    let rolling = try #require(Rolling(reading))
    #expect((rolling.cues, rolling.dropped) == (8, 4))
    #expect(reading.script.units.map(\.text) == Self.lines)
  }

  @Test("A sentence with a mark that moves from word to word is said once")
  func highlight() throws {
    let words = ["who", "keeps", "the", "key"]
    var source = "WEBVTT\n\n"
    for (sentence, offset) in [(words, 0), (words.reversed(), 10)] {
      for index in sentence.indices {
        var marked = Array(sentence)
        marked[index] = "<u>\(marked[index])</u>"
        source +=
          "00:\(10 + offset + index).000 --> 00:\(11 + offset + index).000\n\(marked.joined(separator: " "))\n\n"
      }
    }
    let reading = try reading(source)
    #expect(Rolling(reading)?.dropped == 6)
    let units = reading.script.units
    #expect(units.map(\.text) == ["who keeps the key", "key the keeps who"])
    #expect(units.map(\.end) == [Time(seconds: 14), Time(seconds: 24)])
  }

  @Test("Karaoke by hand, a refrain and short cues do not roll")
  func karaoke() throws {
    let song = Self.lines.enumerated().map { index, line in
      let words = line.split(separator: " ").joined(separator: " <00:0\(index * 2 + 1).500>")
      return "00:0\(index * 2 + 1).000 --> 00:0\(index * 2 + 3).000\n\(words)\n\n"
    }
    #expect(Rolling(try reading("WEBVTT\n\n" + song.joined())) == nil)
    let refrain = (1...6).map { "00:0\($0).000 --> 00:0\($0).050\nla la la\n\n" }
    #expect(Rolling(try reading("WEBVTT\n\n" + refrain.joined())) == nil)
    let italics = (1...6).map { "00:0\($0).000 --> 00:0\($0).900\n<i>line \($0)</i>\n\n" }
    #expect(Rolling(try reading("WEBVTT\n\n" + italics.joined())) == nil)
  }
}
