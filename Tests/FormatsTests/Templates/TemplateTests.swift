import Formats
import SeededRandom
import Testing

/// A template is refused where nobody could tell its segments apart, with the place and the reason.
struct TemplateTests {
  @Test(
    "What can be read",
    arguments: [
      "{speaker}: {text} ({time})", "[{time}] {speaker}: {text}", "{time} {text}", "<{speaker}> {text} @{time}",
      "**{speaker}:** {text}", "__{speaker}__: {text}", "{speaker} ({time}):\n{text}", "{speaker}  {time}\n{text}",
      "{time}\n{speaker}\n{text}", "{speaker}\n{time}\n{text}", "[{time} - {end}] {text}", "{id}. {speaker}: {text}",
      "{text} — {speaker}, {time}", "{speaker}:{text}", "@{time}#{text}", "{text} {time}", "≪{speaker}≫ {text}",
      "{speaker}\t{time}\t{text}", "{id}\n{time} --> {end}\n{text}",
    ])
  func legal(source: String) throws {
    let template = try Template(source)
    #expect(template.source == source)
  }

  @Test(
    "What cannot",
    arguments: [
      ("", "", "missing"), ("{speaker}: ", "{speaker}: ", "{text} is missing"),
      ("{text}", "{text}", "{time} or {speaker}"),
      ("{speaker}: {txt}", "{txt}", "no field {txt}"), ("{speaker: {text}", "{speaker: {text}", "no field"),
      ("{speaker}: {text} ({time", "{", "not closed"), ("}{speaker}: {text}", "}", "no {"),
      ("{time} {time} {text}", "{time}", "twice"), ("{time}{text}", "{text}", "nothing stands between"),
      ("{speaker}{time}: {text}", "{time}", "nothing stands between"),
      ("{speaker} {text}", "{speaker}", "only a blank"), ("{text} {speaker}", "{speaker}", "only a blank"),
      ("{speaker}\n{text}", "{speaker}", "alone on a line"), ("{text}\n{time}", "{text}", "last line"),
      ("{end} {text}", "{end} {text}", "{time} or {speaker}"), ("{speaker}: {text} {end}", "{end}", "{time} beside"),
      ("{time} {text}!", "!", "nobody can tell"), ("{time} {text}\u{7}", "\u{7}", "control"),
      ("{time}\n\n{text}", "{time}\n\n{text}", "needs a field"),
    ])
  func illegal(source: String, place: String, reason: String) throws {
    let mistake = #expect(throws: Template.Mistake.self) { try Template(source) }
    guard let mistake else { return }
    #expect(mistake.message.contains(reason), "\(mistake.message)")
    let bytes = Array(source.utf8)
    #expect(mistake.range.upperBound <= bytes.count)
    #expect(String(decoding: bytes[mistake.range], as: UTF8.self) == place)
  }

  @Test("Length and lines are bounded")
  func bounds() {
    #expect(throws: Template.Mistake.self) {
      try Template("{time} " + String(repeating: "-", count: 200) + " {text}")
    }
    #expect(throws: Template.Mistake.self) { try Template(String(repeating: "\n", count: 6) + "{time} {text}") }
  }

  @Test("Any bytes are a template or a mistake in them", arguments: UInt64(1)...4)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "{time}", "{text}", "{speaker}", "{end}", "{id}", " ", "\n", ":", "(", ")", "é", "\u{202E}", "x",
    ]
    for _ in 0..<2_000 {
      let source = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      do throws(Template.Mistake) { _ = try Template(source) } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= source.utf8.count && !error.message.isEmpty)
      }
    }
  }
}
