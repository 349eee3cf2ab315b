import LSP
import SeededRandom
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }
  private func text(_ string: String) -> JSON { .text(Array(string.utf8)) }

  @Test(arguments: [
    ("null", JSON.null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)), ("-7", .integer(-7)),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)), ("2e3", .double(2000)),
    ("-1.5E-1", .double(-0.15)), ("1e400", .double(.infinity)), ("[]", .array([])), ("{}", .object([])),
    ("[1,[2] , 3]", .array([.integer(1), .array([.integer(2)]), .integer(3)])),
    ("\u{FEFF}{\"a\" :\r\n1}", .object([JSON.Member(name: "a", value: .integer(1))])),
  ])
  func values(text: String, expected: JSON) throws {
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
  func invalidUTF8IsRepaired(bytes: [UInt8], expected: String) throws {
    let quoted = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    #expect(try JSON(parsing: quoted).utf8 == Array(expected.utf8))
  }

  @Test(arguments: [
    ("", 0), ("hello", 0), ("{\"a\": 1", 7), ("[1,]", 3), ("{\"a\":1,}", 7), ("01", 2), ("-", 1), ("1.", 2), ("1e", 2),
    ("+1", 0),
    (".5", 0), ("NaN", 0), ("nul", 0), ("\"abc", 4), (#""\x""#, 1), (#""ab\u12"#, 7), (#""ab\u12g4""#, 3), ("{}{}", 2),
    ("{1:2}", 1),
    ("[1 2]", 3), ("{\"a\" 1}", 5), ("/* */1", 0), ("\"\\", 2),
  ])
  func errorsNameTheByte(json: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try read(json) }
    #expect(error?.offset == offset)
  }

  @Test func nestingIsLimited() throws {
    let fine = String(repeating: "[", count: JSON.nestingLimit) + String(repeating: "]", count: JSON.nestingLimit)
    #expect(throws: Never.self) { try read(fine) }
    let one =
      String(repeating: "{\"a\":", count: JSON.nestingLimit + 1) + "1"
      + String(repeating: "}", count: JSON.nestingLimit + 1)
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
    write(value, to: &writer)
    #expect(try JSON(parsing: writer.bytes) == value)
    let cut = Int.random(in: 0..<writer.bytes.count, using: &random)
    if case .integer = value {
    } else {
      #expect(throws: JSONError.self) { try JSON(parsing: writer.bytes[..<cut]) }
    }
  }

  private func randomValue(_ random: inout SeededGenerator, depth: Int) -> JSON {
    let words = ["", "a", "\n", "\"q\"", "\\", "é", "😀", "\u{1}", "\u{7F}", "\u{2028}", "segment", "01:02", "/"]
    switch Int.random(in: depth > 4 ? 2...4 : 0...4, using: &random) {
    case 0: return .array((0..<4).map { _ in randomValue(&random, depth: depth + 1) })
    case 1:
      // Names are written without escapes, so the random text stands in the values.
      return .object((0..<3).map { _ in JSON.Member(name: "key", value: randomValue(&random, depth: depth + 1)) })
    case 2: return .integer(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<63, using: &random))
    case 3: return [.null, .bool(true), .bool(false), .double(0.1)].randomElement(using: &random)!
    default:
      let count = Int.random(in: 0..<20, using: &random)
      return text((0..<count).map { _ in words.randomElement(using: &random)! }.joined())
    }
  }

  private func write(_ value: JSON, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let value): writer.value(value)
    case .integer(let value): writer.value(value)
    case .double(let value): writer.value(value)
    case .text(let bytes): writer.value(utf8: bytes)
    case .array(let items): writer.array { for item in items { write(item, to: &$0) } }
    case .object(let members):
      writer.object { for member in members { $0.member("key") { write(member.value, to: &$0) } } }
    }
  }
}
