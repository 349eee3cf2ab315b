import Rules
import SourceText
import Support
import Testing

/// Traps of the text rules, more than a page should hold.
struct TextRuleTests {
  /// What each finding of a rule covers in what somebody says.
  private func covered(_ rule: String, _ text: String) throws -> [String] {
    let text = Text("Ada: \(text) (0:01)\n\nBo: Yes. (0:02)\n")
    let (found, _) = try #require(findings(in: text, as: "page"))
    return found.filter { $0.rule == rule }.map { text.string($0.range) }
  }

  @Test(
    "What could not be heard",
    arguments: [
      ("[inaudible], (inaudible), [INAUDIBLE]", ["[inaudible]", "(inaudible)", "[INAUDIBLE]"]),
      ("\\[unintelligible 01:17:28.15\\] x", ["\\[unintelligible 01:17:28.15\\]"]),
      ("(_unintelligible— 52:11_), they", ["(_unintelligible— 52:11_)"]),
      ("[inaudible due to wind] [indistinct 3 words]", ["[inaudible due to wind]", "[indistinct 3 words]"]),
      ("[??] (??) (?) [?]", ["[??]", "(??)", "(?)", "[?]"]),
      ("[Aldmouth?] [ph] (phonetic)", ["[Aldmouth?]", "[ph]", "(phonetic)"]),
      (
        "[audio cuts out] [BLANK_AUDIO] [foreign language]",
        ["[audio cuts out]", "[BLANK_AUDIO]", "[foreign language]"]
      ),
      ("a ??, so like", ["??"]), ("that ?? principle", ["??"]),
      // Emphasis, French, links, asides.
      ("What?? No ?? Yes", []), ("[is it on?](x.html) (is it?) [a, b] [1]", []),
      ("(unclear why) (audio of the sea)", []),
      ("`[?]` [https://x.org/?]", []),
    ])
  func uncertain(text: String, expected: [String]) throws {
    #expect(try covered("uncertain-passage", text) == expected)
  }

  @Test("The message has a time of its own, or that of the segment")
  func time() throws {
    let text = Text("Ada: I [inaudible 12:54] it. (0:01)\n\nBo: A [inaudible]. (0:02)\n")
    let (found, _) = try #require(findings(in: text, as: "page"))
    let messages = found.filter { $0.rule == "uncertain-passage" }.map(\.message)
    try #require(messages.count == 2)
    #expect(messages[0].contains(" at 12:54 "))
    #expect(messages[1].contains(" after 0:02 "))
  }

  @Test(
    "Damaged letters",
    arguments: [
      ("Ã¼ber â€œallâ€\u{9d} â€“ naÃ¯ve", ["Ã¼", "â€œ", "â€\u{9d}", "â€“", "Ã¯"]), ("‚Äúno‚Äù", ["‚Äú", "‚Äù"]),
      // A blank that does not break, and an emoji.
      ("Ã\u{A0} la", ["Ã\u{A0}"]), ("ðŸ˜€", ["ðŸ˜€"]),
      // Twice.
      ("cafÃƒÂ©", ["ÃƒÂ©"]),
      ("lost \u{FFFD} letter", ["\u{FFFD}"]),
      ("IRMÃ’s “IRMÃ” SÃO Ângela âge √2 ¬a ‚x‘ Ä“", []),
    ])
  func damaged(text: String, expected: [String]) throws {
    #expect(try covered("mojibake", text) == expected)
    #expect(try covered("invisible-character", text) == [])
  }

  @Test("What went wrong twice is fixed at once")
  func twice() throws {
    let (found, _) = try #require(findings(in: Text("Ada: cafÃƒÂ© (0:01)\n\nBo: Yes. (0:02)\n"), as: "page"))
    #expect(found.first { $0.rule == "mojibake" }?.fixes.first?.title == "Change to é")
  }

  @Test(
    "Blanks and marks",
    arguments: [
      ("double-space", "a  b\t\tc `d  e`", ["  ", "\t\t"]), ("double-space", "a  , b", []),
      ("space-before-punctuation", "a , b . c ? d", [" ,", " .", " ?"]),
      ("space-before-punctuation", "a :) b ;-) .NET .5 ... . . . !important ::", []),
      ("missing-space", "so.And yes,but no!Why x;ll", [".A", ",b", "!W"]),
      ("missing-space", "DataTalks.Club Node.js a.m. 1,000 foo,bar,baz f.A(x) x.The_y U.S.The", []),
      ("repeated-word", "the the it's It's to to", ["the the", "it's It's", "to to"]),
      ("repeated-word", "that that, the, the no no I I I 5 5 A-a a-a the-the New New x.y y", []),
      ("unbalanced-bracket", "(a (b) [c] d", ["("]),
      ("unbalanced-bracket", "1) (yes :) `(` [0, 1) :-( ;) b) <a href=(>", []),
      ("unbalanced-quote", "\"a\" b\" c.", ["\""]), ("unbalanced-quote", "„a“ 6\" “a” \"b\", \"c\".", []),
    ])
  func marks(rule: String, text: String, expected: [String]) throws {
    #expect(try covered(rule, text) == expected, "\(rule)")
  }

  @Test("A caption may have the other half of a pair in the next one")
  func pairsAcrossCaptions() throws {
    let text = Text("0:01 She said (and\n0:02 I quote) \"yes\n0:03 and no\" to it\n0:04 again\n")
    let (found, _) = try #require(findings(in: text, as: "captions"))
    #expect(found.filter { $0.rule.hasPrefix("unbalanced") }.isEmpty)
  }
}
