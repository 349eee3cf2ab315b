import Testing

/// The server starts from the command line; what it says is tested with the server.
@Suite struct ServeTests {
  @Test(arguments: [[], ["--stdio"], ["--stdio", "--clientProcessId=1"]])
  func initialize(_ options: [String]) throws {
    let bodies = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#,
    ]
    let input = bodies.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
    let result = try Tool.run(["lsp"] + options, input: input)
    #expect(result.code == 0)
    #expect(result.output.contains(#""version":"0.1.0""#))
  }

  @Test func endOfInputWithoutShutdown() throws {
    #expect(try Tool.run(["lsp"]).code == 1)
  }
}
