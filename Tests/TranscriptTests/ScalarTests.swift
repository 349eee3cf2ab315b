import SeededRandom
import Testing
import Transcript

struct ScalarTests {
  @Test(
    "Decoding",
    arguments: [
      ("plain", .plain, "plain"), ("two\n    lines", .plain, "two lines"), ("a\n\n  b", .plain, "a\nb"),
      ("a  \r\n  b", .plain, "a b"), ("it''s", .single, "it's"), ("one\n\n\n  two", .single, "one\n\ntwo"),
      ("say \\\"hi\\\"\\n", .double, "say \"hi\"\n"), ("caf\\u00e9 \\x41", .double, "café A"),
      ("one \\\n   two", .double, "one two"), ("back\\\\slash", .double, "back\\slash"),
      ("as is\n  ", .other, "as is\n  "), ("a\u{F8FF} \\\n b", .double, "a\u{F8FF} b"), ("\\x+1", .double, "\\x+1"),
      ("\\U0001F41D\\q\\", .double, "🐝\\q\\"), ("a\\t \n b", .double, "a\t b"), ("it's", .single, "it's"),
    ] as [(String, Quoting, String)])
  func decode(source: String, quoting: Quoting, expected: String) {
    #expect(Scalar.decode(source, quoting) == expected)
  }

  @Test(
    "Quotes are needed only where something else would be read",
    arguments: [
      ("Ada", true), ("", false), ("a: b", false), ("a #1", false), ("it's", true), ("'tis", false),
      ("[laughs] yes", false), ("1:40", false), ("no", false), ("- x", false), ("-x", true), ("two\nlines", false),
      ("ends:", false), ("C#", true), ("a\u{7F}b", false), ("a\u{85}", false), ("\u{FEFF}a", false),
      ("a\u{2028}b", false), ("a\u{FFFE}", false), ("a\tb", false), ("né 🎙", true), ("a\u{A0}b", true),
    ])
  func plain(text: String, expected: Bool) {
    #expect(Scalar.mayBePlain(text) == expected)
  }

  @Test(
    "Block scalars",
    arguments: [
      ("|\n  one\n  two", "one\ntwo\n"), ("|-\n  one\n\n    two", "one\n\n  two"),
      ("> # why\n  one\n  two", "one two\n"),
      (">-\n  one\n\n\n  two", "one\n\ntwo"), (">\n  one\n    deep\n  two", "one\n  deep\ntwo\n"),
      ("|+\r\n  one\r\n  two", "one\ntwo\n"),
      ("|\n\n  one", "\none\n"), ("|", ""), ("|2\n  one", nil), ("|x\n  one", nil), ("[a]", nil), ("", nil),
      ("|\n    one\n  # two", nil),
    ] as [(String, String?)])
  func block(source: String, expected: String?) {
    #expect(Scalar.decodeBlock(source) == expected)
  }
}

/// What a plain scalar is to readers of YAML.
struct ResolutionTests {
  /// Those of PyYAML's `resolver.py` and of the core schema (YAML 1.2.2, 10.3.2), as they stand there.
  private static let patterns: [(Scalar.Resolution, String)] = [
    (.truth, "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
    (.number, #"[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"#),
    (.number, #"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"#),
    (.number, "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"),
    (.number, "[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"),
    (.mark, "<<|="), (.nothing, "~|null|Null|NULL|"),
    (.date, "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"),
    (
      .date,
      #"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9][0-9]:[0-9][0-9](?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"#
    ),
    (.number, #"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+"#),
  ]

  @Test("Whatever a reader of YAML takes for something else is known as that, and needs quotes")
  func known() throws {
    let patterns = try Self.patterns.map { (resolution: $0.0, pattern: try Regex($0.1)) }
    let alphabet = Array("0123456789.:-+_eExobTtZ~<=ynNo ")
    let words = [
      "~", "null", "Null", "yes", "NO", "on", "Off", "true", "FALSE", "<<", "=", "", ".inf", "-.INF", ".NaN", "0x1F",
      "0b101", "0o17", "017", "1_000", "1:30", "12:30:45", "190:20:30.15", "1.5e+3", "1e3", "-12", "+3", "2026-11-26",
      "2026-1-2 3:04:05", "2026-11-26T10:00:00Z", "6.", ".5", "-.5", "0",
    ]
    var generator = SeededGenerator(seed: 1_2)
    var found = 0
    for round in 0..<20_000 {
      var word = words[round % words.count]
      // The words themselves first, then near misses of them.
      for _ in 0..<(round < words.count ? 0 : Int.random(in: 1...3, using: &generator)) {
        let place = word.index(word.startIndex, offsetBy: Int.random(in: 0...word.count, using: &generator))
        word.insert(alphabet.randomElement(using: &generator)!, at: place)
      }
      let isMatched = try patterns.contains { try $0.pattern.wholeMatch(in: word) != nil }
      guard isMatched else { continue }
      found += 1
      #expect(Scalar.resolution(of: word.utf8) != nil, "\(word)")
      #expect(!Scalar.mayBePlain(word), "\(word)")
    }
    #expect(found > 1_000)
  }

  @Test(
    "Words are texts",
    arguments: [
      "Ada", "y", "yesterday", "no one", "nullify", "1st", "12 tons", "0x", "0xZ", "1.2.3", "10-12", "e3", ".e3", "-",
      "+",
      "..", "1:2:", "1::2", "12:345", "2026-11", "2026-11-26x", "--1", "._5", "<", "<<<", "==", "inf", "nan", "0b2",
      "０",
    ])
  func texts(word: String) {
    #expect(Scalar.resolution(of: word.utf8) == nil)
  }
}
