import JSON
import LSP
import Testing

@Suite struct MessageTests {
  private func read(_ text: String) -> Message { Message(parsing: Array(text.utf8)[...]) }

  private func code(_ message: Message) -> ErrorCode? {
    if case .invalid(_, let code, _) = message { code } else { nil }
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"m"}"#, RequestID.integer(1)), (#"{"id":1.0,"method":"m"}"#, .integer(1)),
    (#"{"id":"1","method":"m","params":null}"#, .string("1")), (#"{"id":"","method":"m"}"#, .string("")),
    (#"{"id":9007199254740992,"method":"m"}"#, .integer(9_007_199_254_740_992)),
  ])
  func requests(text: String, id: RequestID) {
    #expect(read(text) == .request(id: id, method: "m", params: .null))
  }

  @Test func notifications() {
    #expect(read(#"{"method":"m","params":[1]}"#) == .notification(method: "m", params: .array([.integer(1)])))
  }

  @Test(arguments: [
    #"{"id":1,"result":null}"#, #"{"result":1}"#, #"{"id":-1,"error":"x"}"#, #"{"id":7,"result":1,"error":{}}"#,
  ])
  func answersAreNotAnswered(text: String) {
    guard case .response = read(text) else {
      Issue.record("\(text) must be a response")
      return
    }
  }

  @Test(arguments: ["", "  ", "{", "hello", #"{"method":"m",}"#, #"{"method":"m"}{}"#])
  func notJSON(text: String) {
    #expect(code(read(text)) == .parseError)
  }

  @Test(arguments: [
    "[]", #"[{"method":"m"}]"#, "1", "null", "\"x\"", "{}", #"{"id":5}"#, #"{"method":5}"#,
    #"{"id":null,"method":"m"}"#,
    #"{"id":1.5,"method":"m"}"#, #"{"id":true,"method":"m"}"#, #"{"id":{},"method":"m"}"#,
    #"{"id":18446744073709551616,"method":"m"}"#,
  ])
  func notAMessage(text: String) {
    #expect(code(read(text)) == .invalidRequest)
  }

  @Test func anIDThatCanBeEchoedIs() {
    guard case .invalid(let id, .invalidRequest, _) = read(#"{"id":"a","method":null}"#) else {
      Issue.record("must be invalid")
      return
    }
    #expect(id == .string("a"))
  }

  @Test func idsKeepTheirType() {
    var writer = JSONWriter()
    writer.array {
      RequestID.integer(-7).write(to: &$0)
      RequestID.string("7é").write(to: &$0)
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[-7,"7é"]"#)
    #expect(RequestID.integer(1) != RequestID.string("1"))
  }
}
