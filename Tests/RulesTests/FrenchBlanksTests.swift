import Rules
import SourceText
import Testing

/// Blanks before high punctuation are a mistake in one language and the rule in another; the file shows which.
struct FrenchBlanksTests {
  private func count(_ words: [String]) throws -> Int {
    let units = words.enumerated().map { "Ada: \($1) (0:\($0 + 10))\n\n" }
    return try #require(findings(in: Text(units.joined()), as: "page")).findings.count {
      $0.rule == "space-before-punctuation"
    }
  }

  @Test("French blanks of any kind", arguments: [" ", "\u{A0}", "\u{202F}"])
  func french(blank: String) throws {
    let words = [
      "Bonsoir\(blank)!", "Il pleut\(blank): l’eau monte.", "Depuis quand\(blank)?", "Mardi\(blank); oui.", "Oui.",
    ]
    #expect(try count(words) == 0)
    // One that was forgotten changes nothing, and neither do plain blanks among the others.
    #expect(try count(words + ["Vraiment?", "Mais oui !"]) == 0)
  }

  @Test("A comma and a full stop have no blank in any language")
  func low() throws {
    #expect(try count(["Bonsoir !", "Il pleut : oui.", "Depuis quand ?", "Mardi , oui .", "Oui ?"]) == 2)
  }

  @Test("A few blanks in a file that has none are slips")
  func slips() throws {
    #expect(
      try count(["Good evening!", "It rains: yes.", "Since when ?", "On Tuesday; yes.", "Really !", "Yes?"]) == 2)
    #expect(try count(["Since when ?", "So."]) == 1)
  }
}
