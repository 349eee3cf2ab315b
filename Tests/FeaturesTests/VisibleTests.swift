import Features
import Formats
import SourceText
import Testing
import Transcript

/// Whatever a transcript holds, no editor and no terminal is given something that it acts on.
@Suite struct VisibleTests {
  private func acts(_ text: String) -> Bool { text.unicodeScalars.contains(where: actsOnTerminals) }

  /// All scalars that there are, one by one, and no other changes.
  @Test func everyScalar() {
    for value in (0...0x2100).map({ UInt32($0) }) + [0xFEFF, 0x1F600, 0xE0001] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isWanted =
        switch value {
        case 0x20..<0x7F, 0xA0..<0x2028, 0x202F..<0x2066, 0x206A...: true
        default: false
        }
      let shown = visible("a\(Character(scalar))z")
      #expect((shown == "a\(Character(scalar))z") == isWanted, "U+\(String(value, radix: 16))")
      #expect(!acts(shown) && shown.unicodeScalars.count == 3)
    }
  }

  @Test func everyAnswerOfAnEditor() throws {
    let evil = [
      "\\u001b[31mred", "a\\n\\n# Head", "\\e]0;title\\a", "x\\u2028y", "p\\r\\n> q", "\\u009b2Jz", "\\u202Eb",
    ]
    let items = evil.enumerated().map { number, text in
      """
      - header: "\(text)"
      - line: "\(text) and some more"
        sec: \(number * 5)
        time: "0:\(number < 2 ? "0" : "")\(number * 5)"
        who: "\(text)"

      """
    }
    let text = Text("---\ntitle: \"\(evil[0])\"\ntranscript:\n\(items.joined())---\n")
    let reading = Document(text, format: try #require(Notations.builtIn.format(named: "front-matter"))).reading
    #expect(reading.sections().count == evil.count)
    func check(_ items: [OutlineItem]) {
      for item in items {
        #expect(!acts(item.name) && !acts(item.detail), "\(item.name.debugDescription)")
        check(item.children)
      }
    }
    check(outline(reading))
    for fold in folds(reading) { #expect(!acts(fold.collapsedText), "\(fold.collapsedText.debugDescription)") }
    var hovers = 0
    for offset in 0..<text.count {
      guard let found = hover(reading, at: offset) else { continue }
      hovers += 1
      for line in (found.markdown + "\n" + found.plainText).split(separator: "\n") { #expect(!acts(String(line))) }
    }
    #expect(hovers > 100)
  }
}
