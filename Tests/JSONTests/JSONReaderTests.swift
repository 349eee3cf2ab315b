import JSON
import SeededRandom
import Testing

private let word = "this is neither a number nor true, false or null"

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
    ("-7", .integer(-7)),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)), ("2e3", .double(2000)),
    ("-1.5E-1", .double(-0.15)), ("1e400", .double(.infinity)), ("[]", .array([])), ("{}", .object([])),
    ("[1,[2] , 3]", .array([.integer(1), .array([.integer(2)]), .integer(3)])),
    ("\u{FEFF}{\"a\" :\r\n1}", .object([("a", .integer(1))])),
  ])
  func values(text: String, expected: JSONValue) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    (#""""#, ""), (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d\ude00""#, "😀"), (#""é😀 日本""#, "é😀 日本"),
    (#""a long plain run\nand another one, with é\t!""#, "a long plain run\nand another one, with é\t!"),
    (#""\u0000""#, "\0"),
  ])
  func strings(json: String, expected: String) throws {
    #expect(try read(json).utf8 == Array(expected.utf8))
    #expect(try read("{\(json): 1}").members?.first?.name == expected)
  }

  /// A client may type or delete half an emoji; the change must not be lost for it.
  @Test(arguments: [
    (#""a\ud800b""#, "a\u{FFFD}b"), (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d""#, "\u{FFFD}"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
  ])
  func loneSurrogatesAreReplaced(json: String, expected: String) throws {
    #expect(try read(json).string == expected)
  }

  @Test(
    arguments: [
      ([0xFF], "\u{FFFD}"), ([0x61, 0xC3, 0x28], "a\u{FFFD}("), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE2, 0x82], "\u{FFFD}"),
    ] as [([UInt8], String)])
  func invalidUTF8IsReplaced(bytes: [UInt8], expected: String) throws {
    let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    #expect(try JSONValue(parsing: quoted).utf8 == Array(expected.utf8))
  }

  /// The place at fault stands between « and ».
  @Test(arguments: [
    ("«»", "a value is missing"), ("«hello»", word), ("{\"a\": 1«»", "“,” or “}” is missing"),
    ("[1,«]»", "a value is missing"), ("{\"a\":1,«}»", "a name in double quotes or “}” is missing"), ("«01»", word),
    ("«-»", word), ("«1.»", word), ("«1e»", word), ("«+1»", word), ("«.5»", word), ("«NaN»", word), ("«nul»", word),
    ("«nullx»", word), ("[«12a»]", word), ("«0x10»", word), ("«\"abc»", "the string does not end"),
    (#""«\x»""#, "unknown escape"), (#"«"ab\u12»"#, "the string does not end"), (#""ab«\u12g4»""#, "unknown escape"),
    ("{}«{»}", "nothing may follow the value"), ("{«1»:2}", "a name in double quotes or “}” is missing"),
    ("[1 «2»]", "“,” or “]” is missing"), ("{\"a\" «1»}", "“:” is missing"), ("«/»* */1", "a value is missing"),
    ("«\"\\»", "the string does not end"), ("«é»", "a value is missing"),
  ])
  func errorsNameTheirPlace(marked: String, reason: String) throws {
    let (json, range) = unmarked(marked)
    let error = #expect(throws: JSONError.self) { try read(json) }
    #expect(error?.range == range)
    #expect(error?.reason == reason)
  }

  private func unmarked(_ marked: String) -> (String, Range<Int>) {
    let pieces = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = pieces[1].split(separator: "»", omittingEmptySubsequences: false)
    let start = pieces[0].utf8.count
    return (String(pieces[0] + rest[0] + rest[1]), start..<(start + rest[0].utf8.count))
  }

  @Test func placesAreKept() throws {
    let text = "\u{FEFF} {\"a\": [1, \"é\\n\"] , \"long name\":{} }"
    func at(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
    let json = try read(text)
    #expect(at(json.range) == "{\"a\": [1, \"é\\n\"] , \"long name\":{} }")
    let members = try #require(json.members)
    #expect(members.map { at($0.nameRange) } == ["\"a\"", "\"long name\""])
    #expect(members.map { at($0.value.range) } == ["[1, \"é\\n\"]", "{}"])
    #expect(members[0].value.array?.map { at($0.range) } == ["1", "\"é\\n\""])
    #expect(json == .object([("a", .array([.integer(1), .string("é\n")])), ("long name", .object([]))]))
  }

  @Test func whatPeopleWrite() throws {
    let written = "// é\n{\"a\": [1, /* two, ] */ 2,],\n\"b\": {}, // end\n}\n/**/"
    #expect(
      try JSONValue(parsing: written.utf8, as: .configuration)
        == .object([("a", .array([.integer(1), .integer(2)])), ("b", .object([]))]))
    for wrong in ["[,]", "[1,,]", "{,}", "/* ", "/", "1 /*/", "1e999", "\"a\nb\"", #""\ud83d""#, "[1] /"] {
      #expect(throws: JSONError.self, "\(wrong)") { try JSONValue(parsing: wrong.utf8, as: .configuration) }
    }
  }

  @Test(arguments: [JSONDialect.message, .configuration])
  func nestingIsLimited(dialect: JSONDialect) throws {
    let limit = dialect.nestingLimit
    func read(_ text: String) throws { _ = try JSONValue(parsing: text.utf8, as: dialect) }
    try read(String(repeating: "[", count: limit) + String(repeating: "]", count: limit))
    let one = String(repeating: "{\"a\":", count: limit + 1) + "1" + String(repeating: "}", count: limit + 1)
    #expect(throws: JSONError.self) { try read(one) }
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test func lookUpsAreLenient() throws {
    let json = try read(
      #"{"a": {"b": "x", "n": null, "b": "y"}, "one": 1.0, "half": -1.5, "huge": 1e308, "list": ["p", 1, "q"]}"#)
    #expect(json["a"]["b"].string == "y")
    #expect(json["a"]["none"]["deeper"] == .null)
    #expect(json["a"].member("n") == .null)
    #expect(json["a"].member("none") == nil)
    #expect(json["one"].integer == 1)
    #expect(json["half"].integer == -1)
    #expect(json["huge"].integer == .max)
    #expect(json["list"].strings == ["p", "q"])
    #expect(json["one"].string == nil && json["a"].integer == nil && json["list"].bool == nil)
  }

  /// Whatever the writer writes, the reader reads, and any cut of it is an error and no crash.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func writtenThenRead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = randomValue(&random, depth: 0)
    var writer = JSONWriter()
    value.write(to: &writer)
    #expect(try JSONValue(parsing: writer.bytes) == value)
    let cut = Int.random(in: 0..<writer.bytes.count, using: &random)
    if case .integer = value.content {
    } else {
      #expect(throws: JSONError.self) { try JSONValue(parsing: writer.bytes[..<cut]) }
    }
  }

  private func randomValue(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    let words = ["", "a", "\n", "\"q\"", "\\", "é", "😀", "\u{1}", "\u{7F}", "\u{2028}", "segment", "01:02", "/"]
    switch Int.random(in: depth > 4 ? 2...4 : 0...4, using: &random) {
    case 0: return .array((0..<4).map { _ in randomValue(&random, depth: depth + 1) })
    case 1:
      return .object(
        (0..<3).map { _ in (words.randomElement(using: &random)!, randomValue(&random, depth: depth + 1)) })
    case 2: return .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<63, using: &random))
    case 3: return [.null, .bool(true), .bool(false), .double(0.1)].randomElement(using: &random)!
    default:
      let count = Int.random(in: 0..<20, using: &random)
      return .string((0..<count).map { _ in words.randomElement(using: &random)! }.joined())
    }
  }
}
