import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Brackets and quotation marks whose partners stand in another paragraph of the turn, or nowhere.
struct LooseMarksTests {
  /// What stands behind each loose mark up to the next blank, in paragraphs of two turns.
  private func loose(_ paragraphs: [String], label: Bool = false) throws -> [String] {
    let own = paragraphs.enumerated().map { number, paragraph in
      (number == 0 || label ? "[00:00:0\(number + 1)] Ada: " : "") + paragraph + "\n\n"
    }.joined()
    let text = Text(own + "[00:00:31] Bo: Yes.\n\n[00:00:32] Ada: No.\n\n[00:00:33] Bo: So.\n")
    let (found, _) = try #require(findings(in: text, as: "blog"))
    return found.filter { $0.rule.hasPrefix("unbalanced") }.map { finding in
      String(text.string(finding.range.lowerBound..<text.count).prefix { !$0.isWhitespace })
    }
  }

  @Test(
    "A turn of several paragraphs",
    arguments: [
      // Brackets.
      (["One (two", "three) four."], []), (["One.", "Two (three.", "Four."], ["(three."]),
      (["One (two", "three] four."], ["(two", "]"]), (["One.", "two) three."], [")"]),
      (["One (two [three", "four] five", "six) seven."], []),
      // Each paragraph begins with a mark, or none does.
      (["She said: “One.", "“Two.", "“Three.” So."], []), (["“One.", "Two.", "Three.”"], []),
      (["\"One.", "\"Two.", "\"Three.\""], []), (["\"One.", "\"Two.\"", "\"Three.\""], []),
      // One that is not closed is told once.
      (["She said: “One.", "“Two.", "“Three."], ["“One."]), (["“One.", "Two."], ["“One."]),
      (["One.", "Two.” Three."], ["”"]), (["She said “one.", "“Two” and “three."], ["“three."]),
    ] as [([String], [String])])
  func paragraphs(paragraphs: [String], expected: [String]) throws {
    #expect(try loose(paragraphs) == expected)
    // Labels of the same speaker on each paragraph make no other turn of it.
    #expect(try loose(paragraphs, label: true) == expected)
  }

  @Test("Another speaker does not close what somebody opens")
  func speakers() throws {
    let text = Text("Ada: One (two. (0:01)\n\nBo: three) four. (0:02)\n\nAda: Five. (0:03)\n\nBo: Six. (0:04)\n")
    let (found, _) = try #require(findings(in: text, as: "page"))
    #expect(found.filter { $0.rule == "unbalanced-bracket" }.map { text.string($0.range) } == ["(", ")"])
  }

  @Test("An edit in one paragraph changes what is said of another")
  func edits() throws {
    let source =
      "[00:00:01] Ada: One (two.\n\nThree.\n\n[00:00:31] Bo: Yes.\n\n[00:00:32] Ada: No.\n\n[00:00:33] Bo: So.\n"
    let format = try #require(Notations.builtIn.format(named: "blog"))
    var document = Document(Text(source), format: format)
    var judge = Judge(document.reading)
    func count() -> Int { judge.findings(in: document.reading).count { $0.rule == "unbalanced-bracket" } }
    #expect(count() == 1)
    let place = try #require(document.reading.text.place(of: "Three")) + 5
    judge.update(document.apply(Edit(place..<place, ")")), document.reading)
    #expect(count() == 0)
    judge.update(document.apply(Edit(place..<(place + 1), "")), document.reading)
    #expect(count() == 1)
  }
}
