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
      ("space-before-punctuation", "it. . And so, , we", [" .", " ,"]),
      ("space-before-punctuation", "it . . . and so. . . And", []),
      ("space-before-punctuation", ". And so", ["."]), ("space-before-punctuation", ", and", [","]),
      ("space-before-punctuation", "... and so", []), ("space-before-punctuation", ".NET 4", []),
      ("space-before-punctuation", "? Really", []), ("space-before-punctuation", ". . . so", []),
      ("missing-space", "so.And yes,but no!Why x;ll", [".A", ",b", "!W"]),
      ("missing-space", "She knows it.Light came.Obviously so.", [".L", ".O"]),
      ("missing-space", "us.News him.Com it.skills bit.Ly sync.Once it.Light(x) this.State 2.The", []),
      ("missing-space", "[Laughs]And [both laugh, then sigh]so (chuckles)and [Bo laughs]Bo", ["]A", "]s", ")a", "]B"]),
      ("missing-space", "[re]start word(s)and f(x)y [C]ompany [the keeper]ship x[a light]And", []),
      ("missing-space", "DataTalks.Club Node.js a.m. 1,000 foo,bar,baz f.A(x) x.The_y U.S.The", []),
      ("repeated-word", "the the it's It's to to", ["the the", "it's It's", "to to"]),
      ("repeated-word", "that that, the, the no no ha ha ha 5 5 A-a a-a the-the New New x.y y", []),
      ("repeated-word", "I I I and to to to and they they they they", ["I I I", "to to to", "they they they they"]),
      ("repeated-word", "growing growing growing, new new new, he he he, my my my, so so so", []),
      ("repeated-word", "I I I'd and they they’re", ["I I I'd", "they they’re"]),
      // A particle of the verb, and the preposition behind it.
      ("repeated-word", "we log in in Oslo, moved on on Monday, get by by then, talked about about", []),
      ("repeated-word", "and in in Oslo, it's on on Monday, tales about about it", ["in in", "on on", "about about"]),
      ("repeated-word", "somebody to talk to to see, reach out to to begin, made of of course", []),
      ("repeated-word", "want to to see, a way to to begin, a kind of of boat", ["to to", "to to", "of of"]),
      // The end of one clause and the beginning of the next.
      ("repeated-word", "I told you you know, gave it to her her boat, if you see it it is there", []),
      ("repeated-word", "and you you know, when her her boat came, It it is", ["you you", "her her", "It it"]),
      ("repeated-word", "what it is is, where they are are, all it takes is is time, he is is", []),
      ("repeated-word", "the boat is is red. The boats are are red", ["is is", "are are"]),
      ("repeated-word", "we do do that, what he did did help, it was so so, so so big", []),
      ("repeated-word", "do do you, did did they, so so we went", ["do do", "did did", "so so"]),
      ("repeated-word", "He he! My my. I like like him", []),
      ("repeated-word", "he he said, my my boat, it's like like him", ["he he", "my my", "like like"]),
      (
        "repeated-word", "my own own boat, just just now, still still here, maybe maybe",
        [
          "own own", "just just", "still still", "maybe maybe",
        ]
      ),
      ("repeated-word", "the vast vast sea, nine nine, Will will row", []),
      ("unbalanced-bracket", "(a (b) [c] d", ["("]),
      ("unbalanced-bracket", "1) (yes :) `(` [0, 1) :-( ;) b) <a href=(>", []),
      ("unbalanced-quote", "she said,\" Light it.\" So.", ["\""]), ("unbalanced-quote", "“go,\" she said", ["\""]),
      ("unbalanced-quote", "go,\" she said, \"now.\"", ["\""]), ("unbalanced-quote", "\"go,\" she said, \"now.\"", []),
      ("unbalanced-quote", "\"a\" b\" c.", ["\""]), ("unbalanced-quote", "„a“ 6\" “a” \"b\", \"c\".", []),
    ])
  func marks(rule: String, text: String, expected: [String]) throws {
    #expect(try covered(rule, text) == expected, "\(rule)")
  }

  @Test(
    "A word that stands twice goes, and the lines end where they did",
    arguments: [
      ("We saw the\nthe lamp.", "We saw the\nlamp."), ("We saw\nthe the lamp.", "We saw\nthe lamp."),
      ("We saw the\nthe, you know.", "We saw\nthe, you know."), ("The\nthe lamp.", "The\nlamp."),
      ("We saw the the\nthe lamp.", "We saw the\nlamp."), ("We saw the\nthe the, so.", "We saw\nthe, so."),
    ])
  func repeatedAcrossLines(text: String, expected: String) throws {
    let source = { (text: String) in
      Text("__Ada__: \(text)\n\n__Bo__: Yes, it was.\n\n__Ada__: Who lit it?\n\n__Bo__: She did.\n")
    }
    let (found, _) = try #require(findings(in: source(text), as: "rustacean"))
    let fix = try #require(found.first { $0.rule == "repeated-word" }?.fixes.first)
    #expect(fix.applied(to: source(text)) == source(expected))
  }

  @Test("A line of captions may begin anywhere in a sentence")
  func captionsBeginAnywhere() throws {
    let text = Text("0:01 nobody tells\n0:02 you you know\n0:03 And you\n0:04 It it is so\n0:05 and the the\n")
    let (found, _) = try #require(findings(in: text, as: "captions"))
    #expect(found.filter { $0.rule == "repeated-word" }.map { text.string($0.range) } == ["It it", "the the"])
  }

  @Test("A caption may have the other half of a pair in the next one")
  func pairsAcrossCaptions() throws {
    let text = Text("0:01 She said (and\n0:02 I quote) \"yes\n0:03 and no\" to it\n0:04 again\n")
    let (found, _) = try #require(findings(in: text, as: "captions"))
    #expect(found.filter { $0.rule.hasPrefix("unbalanced") }.isEmpty)
  }
}
