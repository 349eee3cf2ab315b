import Features
import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct SelectionTests {
  private static let page = """
    Notes.

    The lamp

    Ada: It is "old." Who, in fact, lights it? (0:05)

    Ada: Nobody does. (0:05)

    Bo: I. (0:11)

    The fog

    Ada: Since when? (0:20)
    """

  private func grown(_ needle: String, in text: String = page, as name: String = "page") throws -> [String] {
    let place = text.utf8.firstRange(of: needle.utf8)!.lowerBound
    let reading = try read(text, as: name)
    return selections(reading, at: text.utf8.distance(from: text.utf8.startIndex, to: place)).map {
      let text = reading.text.string($0)
      return text.utf8.count > 50 ? "\(text.prefix(8)) … \(text.suffix(8))" : text
    }
  }

  @Test("Word, sentence, words, paragraph, turn, section, transcript, text")
  func words() throws {
    #expect(
      try grown("fact") == [
        "fact", "Who, in fact, lights it?", "It is \"old.\" Who, in fact, lights it?",
        "Ada: It is \"old.\" Who, in fact, lights it? (0:05)", "Ada: It  … . (0:05)", "The lamp … . (0:11)",
        "The lamp … ? (0:20)", "Notes.\n\n … ? (0:20)",
      ])
    #expect(try grown("is \"old").prefix(2) == ["is", "It is \"old.\""])
    #expect(try grown("Nobody").prefix(3) == ["Nobody", "Nobody does.", "Ada: Nobody does. (0:05)"])
  }

  @Test("A label, a time, a title")
  func others() throws {
    #expect(try grown("Bo:").prefix(2) == ["Bo", "Bo: I. (0:11)"])
    #expect(try grown("20)").prefix(3) == ["20", "0:20", "Ada: Since when? (0:20)"])
    #expect(try grown("fog").prefix(3) == ["fog", "The fog", "The fog\n\nAda: Since when? (0:20)"])
  }

  @Test("Metadata and values in quotes")
  func metadata() throws {
    let text = "---\ntitle: Old fog\ntranscript:\n- line: 'So be it.'\n  who: Ada\n---\n\nNotes.\n"
    #expect(try grown("fog", in: text, as: "front-matter").prefix(3) == ["fog", "Old fog", "title: Old fog"])
    #expect(
      try grown("be", in: text, as: "front-matter").prefix(4) == [
        "be", "So be it.", "'So be it.'", "- line: 'So be it.'\n  who: Ada",
      ])
  }

  @Test(
    "In every notation, after any edits, ranges grow, hold the place and stay in the text",
    arguments: Notations.tried.names)
  func grow(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    var random = SeededGenerator(seed: 7)
    var document = Document(Notations.talk(in: format), format: format)
    for _ in 0..<40 {
      document.apply(.random(in: document.reading.text, using: &random))
      let reading = document.reading
      for offset in [
        0, reading.text.count, reading.text.count + 9, Int.random(in: 0...reading.text.count, using: &random),
      ] {
        let place = min(offset, reading.text.count)
        let ranges = selections(reading, at: offset)
        #expect(reading.text.count == 0 || ranges.last == 0..<reading.text.count)
        #expect(ranges.allSatisfy { $0.lowerBound <= place && place <= $0.upperBound })
        for (one, next) in zip(ranges, ranges.dropFirst()) {
          #expect(next.lowerBound <= one.lowerBound && one.upperBound <= next.upperBound && one != next)
        }
      }
    }
  }

  @Test("The turn is that of the outline, after any edits", arguments: Notations.tried.names)
  func turns(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    var random = SeededGenerator(seed: 11)
    var document = Document(Notations.talk(in: format), format: format)
    for _ in 0..<25 {
      let reading = document.reading
      for turn in reading.sections().flatMap({ reading.turns(of: $0.segments) }) {
        let last = reading.content(of: turn.last).upperBound
        let range = reading.content(of: turn.first).lowerBound..<last
        for segment in turn.segments {
          #expect(selections(reading, at: reading.content(of: segment).lowerBound).contains(range))
        }
      }
      document.apply(.random(in: reading.text, using: &random))
    }
  }
}
