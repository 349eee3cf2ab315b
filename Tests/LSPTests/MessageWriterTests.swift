import JSON
import LSP
import Testing

@Suite struct MessageWriterTests {
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
        method: "window/logMessage", params: .object([("message", .string(text))]))
      #expect(Message(parsing: body) == expected)
      #expect(reader.isAtBoundary)
      #expect(writer.withMessage { Array($0) } == Array(writer.message))
    }
  }

  /// A short message need not be forgotten, since the next one takes its memory.
  @Test func hugeMessagesAreForgotten() {
    var writer = MessageWriter()
    writer.response(to: .integer(1)) { $0.value(String(repeating: "a", count: 100)) }
    let short = Array(writer.message)
    writer.shrink()
    #expect(Array(writer.message) == short)
    writer.response(to: .integer(1)) { $0.value(String(repeating: "a", count: 2_000_000)) }
    #expect(writer.message.count > 2_000_000)
    writer.shrink()
    #expect(writer.message.isEmpty)
    writer.response(to: .integer(1)) { $0.value(String(repeating: "a", count: 100)) }
    #expect(Array(writer.message) == short)
  }
}
