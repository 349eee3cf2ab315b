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
      ("as is\n  ", .other, "as is\n  "),
    ] as [(String, Quoting, String)])
  func decode(source: String, quoting: Quoting, expected: String) {
    #expect(Scalar.decode(source, quoting) == expected)
  }

  @Test(
    "Encoding quotes only where it must",
    arguments: [
      ("Ada", "Ada"), ("", "''"), ("a: b", "'a: b'"), ("a #1", "'a #1'"), ("it's", "it's"), ("'tis", "'''tis'"),
      ("[laughs] yes", "'[laughs] yes'"), ("1:40", "'1:40'"), ("no", "'no'"), ("- x", "'- x'"), ("-x", "-x"),
      ("two\nlines", "\"two\\nlines\""), ("ends:", "'ends:'"), ("C#", "C#"),
    ])
  func encode(text: String, expected: String) {
    #expect(Scalar.encode(text) == expected)
  }
}
