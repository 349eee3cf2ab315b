import JSON
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func commasComeByThemselves() {
    let json = written {
      $0.object {
        $0.member("a", 1)
        $0.member("b") { $0.array { for item in [true, false] { $0.value(item) } } }
        $0.member("c") { $0.object { _ in } }
        $0.member("d") { $0.array { _ in } }
        $0.member("e", "x")
        $0.member("f") { $0.null() }
        $0.member("g") { $0.value(1.5) }
        $0.member("h") { $0.value(json: Array("[0]".utf8)[...]) }
        $0.member("i", false)
      }
    }
    #expect(json == #"{"a":1,"b":[true,false],"c":{},"d":[],"e":"x","f":null,"g":1.5,"h":[0],"i":false}"#)
  }

  @Test(arguments: [0, 7, -1, 10, 1_000_000, Int.max, Int.min])
  func integers(value: Int) {
    #expect(written { $0.value(value) } == "\(value)")
  }

  @Test func numbersThatJSONDoesNotHave() {
    #expect(written { $0.value(Double.nan) } == "null")
    #expect(written { $0.value(-Double.infinity) } == "null")
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1}\u{1F}", #""\n\r\t\u0001\u001f""#),
    ("é😀/\u{7F}\u{2028}", "\"é😀/\u{7F}\u{2028}\""),
    ("exactly eight bytes \" and more", #""exactly eight bytes \" and more""#),
  ])
  func strings(value: String, expected: String) {
    #expect(written { $0.value(value) } == expected)
    #expect(written { $0.value(utf8: Array(value.utf8)) } == expected)
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    #expect(written { $0.value(utf8: [0x61, 0xFF, 0x62]) } == "\"a\u{FFFD}b\"")
  }

  /// What is read on a terminal must not act on it; the value stays the same.
  @Test(arguments: [
    ("\u{7F}", #""\u007f""#), ("\u{9B}31m", #""\u009b31m""#), ("a\u{2028}b\u{202E}", #""a\u2028b\u202e""#),
    ("“é” – 😀\n", #""“é” – 😀\n""#), ("\u{1B}[0m", #""\u001b[0m""#),
  ])
  func terminals(value: String, expected: String) throws {
    #expect(JSONWriter.text { $0.value(value) } == expected)
    #expect(JSONWriter.text { $0.value(utf8: Array(value.utf8)) } == expected)
    #expect(try JSONValue(parsing: expected.utf8) == .string(value))
  }

  @Test func longValuesAreIndented() {
    let long = JSONValue.string(String(repeating: "x", count: 90))
    let value = JSONValue.object([("short", .array([.integer(1), .null])), ("long\"", .array([long, long]))])
    #expect(
      value.indentedText == """
        {
          "short": [1,null],
          "long\\"": [
            \(long.text),
            \(long.text)
          ]
        }
        """)
  }
}
