import SeededRandom
import Transcript

extension Script {
  /// A conversation of texts that notations have a meaning for. Each element has its number as its place.
  static func random(using generator: inout SeededGenerator) -> Script {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    func text() -> String {
      if chance(40) {
        return ["We leave at six.", "Yes.", "And then?", "Nobody knows, and nobody asks."].randomElement(
          using: &generator)!
      }
      return NastyText.random(wild: chance(30), using: &generator)
    }
    var script = Script()
    var names = ["Ida", "Tove Lund", "Ada"]
    if chance(15) { names.append(NastyText.random(wild: false, using: &generator)) }
    let hasSpeakers = chance(85)
    let isTimed = chance(85)
    var speaker: String?
    var milliseconds: Int32 = chance(10) ? 3_500_000 : 0
    for number in 0..<Int.random(in: 1...14, using: &generator) {
      let content: Script.Content
      if chance(8) {
        content = .title(text(), level: chance(90) ? 1 : Int.random(in: 2...6, using: &generator))
        speaker = nil
      } else if chance(5) {
        content = .comment(chance(50) ? "tapescript-ignore time-gap: the tape was changed" : text())
      } else if chance(4) {
        content = .prose(text())
      } else {
        if hasSpeakers, speaker == nil || chance(60) { speaker = names.randomElement(using: &generator)! }
        milliseconds += Int32.random(in: 0...30, using: &generator) * 1000 + (chance(5) ? 250 : 0)
        var unit = Unit(
          speaker: speaker, start: isTimed && chance(85) ? Time(milliseconds: milliseconds) : nil, text: text())
        if chance(3) { unit.end = Time(milliseconds: milliseconds + 900) }
        if chance(3) { unit.entries = [Entry(key: "note", source: "note: as heard", place: Place(number))] }
        content = .unit(unit)
      }
      script.elements.append(Element(content, place: Place(number)))
    }
    if chance(30) {
      script.metadata = [
        Entry(key: "title", source: "title: Lamps\n"), Entry(key: "season", source: "season: 2\n", isBelow: true),
      ]
    }
    if chance(20) { script.preamble = chance(50) ? "The lamp shop\n\nTranscript" : text() }
    if chance(20) { script.footer = chance(50) ? "Subscribe to our newsletter: four letters a year." : text() }
    if chance(20) { script.body = chance(50) ? "Links:\n\n* [The shop](https://shop.example/)" : text() }
    return script
  }

  /// A conversation of people who say nothing unusual, with a title here and there.
  static func calm(_ count: Int, using generator: inout SeededGenerator) -> Script {
    var script = Script()
    for number in 0..<count {
      if number % 40 == 20 {
        script.elements.append(Element(.title("What the harbour \(number) says", level: 1), place: Place(number)))
      }
      let words = ["We leave at six, as ever.", "And then?", "Nobody knows: ask the tide.", "It's late; so what?"]
      let unit = Unit(
        speaker: ["Ida", "Tove Lund", "O'Hara"].randomElement(using: &generator)!,
        start: Time(seconds: number * 7), text: words.randomElement(using: &generator)!)
      script.elements.append(Element(.unit(unit), place: Place(number)))
    }
    return script
  }
}
