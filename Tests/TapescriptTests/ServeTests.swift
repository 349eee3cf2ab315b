import Support
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

  @Test("Where the client reads nothing any more, the end of its input ends the server")
  func nobodyReads() throws {
    let talk = Talk.healthy + (0..<2_000).map { "Ida: That is number \($0). (1:00:\($0 % 50 + 10))\\n\\n" }.joined()
    let text = talk.replacing("\n", with: "\\n")
    let open = """
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":\
      {"uri":"file:///a.page.txt","languageId":"transcript-page","version":1,"text":"\(text)"}}}
      """
    var bodies = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}"#, open,
    ]
    for id in 2...20 {
      bodies.append(
        #"{"jsonrpc":"2.0","id":\#(id),"method":"textDocument/documentSymbol","params":{"textDocument":{"uri":"file:///a.page.txt"}}}"#
      )
    }
    let folder = try Folder(["input": bodies.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()])
    // The pipe is full long before the answers are written, and its other end stays open and unread.
    let script = "mkfifo pipe && exec 3<>pipe && \(Tool.path) lsp <input >&3; echo left with $?"
    let result = try Program.run(
      ["/bin/sh", "-c", script], in: folder.root, environment: ["PATH": "/usr/bin:/bin"])
    #expect(result.output == "left with 1\n")
  }

  @Test func endOfInputWithoutShutdown() throws {
    #expect(try Tool.run(["lsp"]).code == 1)
  }
}
