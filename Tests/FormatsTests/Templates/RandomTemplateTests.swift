import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// What holds for the notations that are built in holds for any that a person can write down.
struct RandomTemplateTests {
  private static let marks = [
    ":", " -", " |", ">", "]", ")", " =>", "**", ":**", "_", " said", "/", "~", "»", "：", "】", ",", ";", "#", "::",
  ]
  private static let openings = ["", "", "<", "[", "(", "**", "@", "«", "【", "- ", "> ", "_", "at ", "#", "/"]

  /// A template of fields in any order with marks between them; most are refused.
  private static func template(using generator: inout SeededGenerator) -> String {
    func pick(_ list: [String]) -> String { list.randomElement(using: &generator)! }
    var fields = ["speaker", "time"].filter { _ in Int.random(in: 0..<10, using: &generator) < 8 }
    if fields.contains("time"), Int.random(in: 0..<6, using: &generator) == 0 { fields.append("end") }
    fields.shuffle(using: &generator)
    let place =
      Int.random(in: 0..<4, using: &generator) > 0 ? fields.count : Int.random(in: 0...fields.count, using: &generator)
    fields.insert("text", at: place)
    let isOnLines = Int.random(in: 0..<5, using: &generator) == 0
    var source = pick(openings)
    for (index, field) in fields.enumerated() {
      source += "{\(field)}"
      guard index + 1 < fields.count else { break }
      source += pick(marks) + (isOnLines && field != "text" ? "\n" : " ") + pick(openings)
    }
    return source
  }

  /// The templates that were not refused.
  private static func legal(_ count: Int, seed: UInt64) -> [Notation] {
    var generator = SeededGenerator(seed: seed)
    var notations: [Notation] = []
    while notations.count < count {
      guard let template = try? Template(template(using: &generator)) else { continue }
      notations.append(Notation(own: "own\(notations.count)", template))
    }
    return notations
  }

  @Test("What is written is read, or the difference is among the losses", arguments: UInt64(1)...8)
  func writtenIsRead(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var kept = 0
    let notations = Self.legal(60, seed: seed)
    for notation in notations {
      let format = try #require(Notations(own: [notation]).format(named: notation.name))
      let script = Script.calm(24, using: &generator)
      let written = try #require(script.written(in: format))
      let read = Document(Text(written.bytes), format: format).reading.script
      let places = Set(written.losses.compactMap(\.place.offset))
      for element in script.elements where !(element.place.offset.map(places.contains) ?? false) {
        #expect(
          read.elements.contains(element),
          "\(notation.template.source): \(element.content)\n\(String(decoding: written.bytes, as: UTF8.self))")
      }
      let misread = Set(written.losses.filter { ![.speaker, .start].contains($0.kind) }.compactMap(\.place.offset))
      if misread.count * 4 < script.elements.count { kept += 1 }
      // Written once more, what was read is the same.
      let again = try #require(
        read.written(in: format, like: Spelling(Document(Text(written.bytes), format: format).reading)))
      #expect(
        String(decoding: again.bytes, as: UTF8.self) == String(decoding: written.bytes, as: UTF8.self),
        "\(notation.template.source.debugDescription)")
    }
    // Nearly all hold a calm conversation, but for what they have no place for.
    #expect(kept * 10 > notations.count * 9, "\(kept)")
  }

  @Test("After any edit the blocks are those of a text read afresh", arguments: UInt64(11)...13)
  func incrementalEqualsAfresh(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for notation in Self.legal(25, seed: seed) {
      let format = try #require(Notations(own: [notation]).format(named: notation.name))
      let written = try #require(Script.calm(8, using: &generator).written(in: format))
      var document = Document(Text(written.bytes), format: format)
      for _ in 0..<25 {
        let edit = Edit.random(in: document.reading.text, using: &generator)
        document.apply(edit)
        let fresh = Document(document.reading.text, format: format).reading
        try #require(document.reading.blocks == fresh.blocks, "\(notation.template.source): \(edit)")
        #expect(dump(document.reading) == dump(fresh))
      }
    }
  }

  @Test("Any bytes are read", arguments: UInt64(21)...22)
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for notation in Self.legal(60, seed: seed) {
      let format = try #require(Notations(own: [notation]).format(named: notation.name))
      let pieces = [
        notation.template.source, "\n", " ", "0:12", "Ida", ":", "[", "（", "\u{200F}", "\u{A0}", "**", ")", "a",
        "\u{FF}",
      ]
      let text = (0..<120).map { _ in pieces.randomElement(using: &generator)! }.joined()
      let reading = Document(Text(Array(text.utf8)), format: format).reading
      #expect(reading.blocks.indices.map { reading.blocks.range(of: $0).count }.reduce(0, +) == text.utf8.count)
    }
  }
}
