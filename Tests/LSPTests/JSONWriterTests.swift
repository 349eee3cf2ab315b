import LSP
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

  @Test func messagesCarryTheirLength() {
    var writer = MessageWriter()
    writer.response(to: .integer(1)) { $0.value("é") }
    #expect(
      String(decoding: writer.message, as: UTF8.self)
        == "Content-Length: 38\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"é\"}")
    writer.failure(to: nil, .parseError, "no")
    #expect(
      String(decoding: writer.message, as: UTF8.self)
        == "Content-Length: 66\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}")
  }

  /// The memory is used again, so a long message must leave nothing behind in a short one.
  @Test func messagesOfAnyLengthReadBack() throws {
    var writer = MessageWriter()
    for length in [0, 10, 1_000, 3_000_000, 5] {
      let text = String(repeating: "x", count: length)
      writer.notification("window/logMessage") { $0.object { $0.member("message", text) } }
      var reader = FrameReader()
      reader.append(writer.message)
      guard case .frame(let body) = reader.next() else {
        Issue.record("no frame of \(length) bytes")
        continue
      }
      let expected = Message.notification(
        method: "window/logMessage", params: .object([JSON.Member(name: "message", value: .text(Array(text.utf8)))]))
      #expect(Message(parsing: body) == expected)
      #expect(reader.isAtBoundary)
      #expect(writer.withMessage { Array($0) } == Array(writer.message))
    }
  }
}
