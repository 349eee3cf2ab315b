import Formats
import SourceText
import Support
import Testing
import Transcript

@testable import Rules

/// A safe fix is held to what it declares.
struct ProofTests {
  private static let text = """
    ---
    title: Lamp
    transcript:
    - line: One  and 'two'
      sec: 10
      time: '0:10'
      who: Ida # of the lighthouse
      note: tape 2
    - line: 'Three'
      # by hand
      sec: 20
      time: '0:20'
      who: Bo
    - header: Oil
    - line: Four
      who: Bo
    ---

    """

  /// Whether a fix that puts one piece of the text in the place of another holds what it declares.
  private func holds(
    _ old: String, _ new: String, in text: String = Self.text, _ declared: (Range<Int>) -> [Alteration]
  )
    throws -> Bool
  {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let before = Document(Text(text), format: format).reading
    let range = try #require(text.utf8.firstRange(of: Array(old.utf8)))
    let place = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let edit = Edit(place..<(place + old.utf8.count), new)
    let after = Document(Changes([edit]).applied(to: before.text), format: format).reading
    let fix = Fix("", altering: declared(edit.range), edit)
    return Proof(before, [fix], [edit]).breaches(in: after).isEmpty
  }

  @Test(
    "What is only spelled otherwise says the same",
    arguments: [
      ("'Three'", "Three"), ("'Three'", "\"Three\""), ("'0:10'", "00:10"), ("- header: Oil", "- header:   Oil"),
      ("time: '0:20'", "time:   '0:20'  "), ("Bo\n- header", "'Bo'\n- header"),
      ("- line: Four\n", "- line: 'Four'\r\n"),
    ])
  func spelling(old: String, new: String) throws {
    #expect(try holds(old, new) { _ in [] })
  }

  @Test(
    "What is lost, changed, or read as something else is seen",
    arguments: [
      ("'two'", "two"), ("'Three'", "'Thre'"), ("'0:10'", "'0:11'"), ("sec: 20", "sec: 21"),
      (" # of the lighthouse", ""),
      ("  note: tape 2\n", ""), ("note: tape 2", "note: tape 3"), ("note: tape", "tape: tape"), ("  # by hand\n", ""),
      ("- header: Oil\n", ""), ("header: Oil", "line: Oil"),
      ("transcript:", "transcripts:"), ("'0:20'\n  who: Bo", "'0:20'"), ("- line: Four\n  who", "- line: Four who"),
      ("One  and", "One and"), ("Ida # of", "Ida# of"), ("title: Lamp", "title: lamp"),
    ])
  func losses(old: String, new: String) throws {
    #expect(try !holds(old, new) { _ in [] })
  }

  private static func value(_ place: Range<Int>) -> Range<Int> { (place.lowerBound - 3)..<(place.lowerBound + 11) }

  @Test("A stretch of a text may change as far as was declared, and no further")
  func stretch() throws {
    let text = { (stretch: Range<Int>, new: String, kind: Alteration.Kind) in
      { (place: Range<Int>) in [Alteration.text(in: Self.value(place), stretch, Array(new.utf8), kind)] }
    }
    #expect(try holds("  and", " and", text(3..<5, " ", .blanks)))
    #expect(try holds("  and", " – and", text(3..<5, " – ", .marks)))
    #expect(try holds("  and", " or", text(3..<8, " or", .words)))
    #expect(try !holds("  and", " – and", text(3..<5, " – ", .blanks)))
    #expect(try !holds("  and", " or", text(3..<8, " or", .marks)))
    #expect(try !holds("  and", "and", text(3..<5, "", .blanks)), "two words become one")
    #expect(try !holds("  and", " and", text(3..<5, "", .words)), "something else was declared")
    #expect(try !holds("  and", " and", text(3..<500, " ", .blanks)), "beyond the value")
  }

  @Test("A copy goes only where all that stands in it stays")
  func copy() throws {
    let copy = "- line: Four\n  who: Bo\n"
    let twice = Self.text.replacing(copy, with: copy + copy)
    let removal = { (place: Range<Int>) in
      [Alteration.removal(place, copyOf: place.upperBound..<(place.upperBound + copy.utf8.count))]
    }
    #expect(try holds(copy, "", in: twice, removal))
    for more in ["  note: x\n", "  # x\n", "  sec: 9\n", "  image: [a, b]\n"] {
      let richer = Self.text.replacing(copy, with: copy + more + copy)
      #expect(try !holds(copy + more, "", in: richer, removal), "\(more)")
      let poorer = Self.text.replacing(copy, with: copy + copy + more)
      #expect(
        try holds(copy, "", in: poorer) { place in
          [.removal(place, copyOf: place.upperBound..<(place.upperBound + (copy + more).utf8.count))]
        })
    }
    #expect(try !holds(copy, "") { [.removal($0, copyOf: 0..<3)] })
  }

  @Test("An item gets a key, a label another name, a comment goes")
  func others() throws {
    #expect(
      try holds("  who: Bo\n---", "  who: Bo\n  sec: 30\n---") {
        [.field(at: $0.lowerBound + 10, .seconds, "30")]
      })
    #expect(
      try !holds("  who: Bo\n---", "  who: Bo\n  sec: 31\n---") {
        [.field(at: $0.lowerBound + 10, .seconds, "30")]
      })
    #expect(try holds("who: Ida", "who: Ines") { [.value(at: ($0.lowerBound + 5)..<$0.upperBound, "Ines")] })
    #expect(try !holds("who: Ida", "who: Ines") { [.value(at: ($0.lowerBound + 4)..<$0.upperBound, "Ines")] })
    #expect(try !holds("  # by hand\n", "") { [.silence(at: ($0.lowerBound + 2)..<($0.upperBound - 1), "")] })
    let silenced = Self.text.replacing("# by hand", with: "# tapescript-ignore time-gap")
    let comment = "  # tapescript-ignore time-gap\n"
    #expect(try holds(comment, "", in: silenced) { [.silence(at: ($0.lowerBound + 2)..<($0.upperBound - 1), "")] })
  }
}
