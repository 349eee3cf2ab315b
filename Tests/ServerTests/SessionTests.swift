import Foundation
import LSP
import SeededRandom
import Support
import Testing

@testable import Server

/// What a conversation in text cannot say: processes, pipes, sizes.
@Suite struct SessionTests {
  private func open(_ client: Client, _ text: String, language: String = "transcript-blog", version: Int = 1) {
    client.open("file:///a.txt", text, language: language, version: version)
  }

  private func initialize(_ client: Client, processID: String = "null") {
    client.send(#"{"id": 0, "method": "initialize", "params": {"processId": \#(processID), "capabilities": {}}}"#)
  }

  @Test func leavesWhenTheClientsProcessIsGone() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exit 0"]
    try process.run()
    process.waitUntilExit()
    let client = Client()
    initialize(client, processID: "\(process.processIdentifier)")
    #expect(client.exitCode() == 1)
  }

  @Test func staysWhileTheClientsProcessLives() {
    let client = Client()
    initialize(client, processID: "\(getpid())")
    #expect(client.receive()?["result"]["serverInfo"]["name"].string == "tapescript")
    Thread.sleep(forTimeInterval: 1.5)
    client.send(#"{"id": 1, "method": "shutdown"}"#)
    #expect(client.receive()?["id"].integer == 1)
  }

  /// Some clients hand over a pipe that does not block: no bytes yet is not the end.
  @Test func aPipeThatDoesNotBlock() {
    let client = Client(blocks: false)
    initialize(client)
    #expect(client.receive()?["id"].integer == 0)
    client.send(#"{"id": 1, "method": "shutdown"}"#)
    #expect(client.receive()?["id"].integer == 1)
    client.closeInput()
    #expect(client.exitCode() == 0)
  }

  /// Three megabytes of answers wait for a client that reads only when it has written everything.
  @Test func aClientThatReadsLateLosesNothing() {
    let client = Client()
    initialize(client)
    open(client, String(repeating: "[00:01] Ann: One.\n\n", count: 100))
    for id in 1...300 {
      client.send(
        #"{"id": \#(id), "method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": "file:///a.txt"}}}"#
      )
    }
    let answers = client.receive { $0["id"].integer == 300 }.compactMap { $0["id"].integer }
    #expect(answers == Array(0...300))
  }

  @Test func aClientThatStoppedListeningEndsTheSession() {
    let client = Client()
    initialize(client)
    client.closeOutput()
    for id in 1...1_000 { client.send(#"{"id": \#(id), "method": "workspace/nothing"}"#) }
    #expect(client.exitCode() == 1)
  }

  /// Thousands of findings are more than anybody reads, and the answer would be written at each keystroke.
  @Test func diagnosticsAreCappedAndSaySo() throws {
    let client = Client()
    initialize(client)
    // Words of no likeness, so that there is one kind of mistake only.
    var generator = SeededGenerator(seed: 1)
    let turns = (0..<1_500).map { _ in "[00:75] Ann: \(String(generator.next(), radix: 36)).\n\n" }
    let text = "[00:01] Ann: One.\n\n" + turns.joined()
    open(client, text)
    let published = client.receive { $0["method"].string == "textDocument/publishDiagnostics" }.last
    let items = try #require(published?["params"]["diagnostics"].array)
    #expect(items.count == 1_000)
    #expect(items.last?["message"].string?.contains("501 more") == true)
    #expect(items.last?["severity"].integer == 3)
    #expect(items[998]["code"].string == items[0]["code"].string)
    #expect(items[999]["range"]["start"]["line"].integer == items[998]["range"]["start"]["line"].integer.map { $0 + 2 })
  }

  /// Names from which no folder, no name or no path can be taken.
  @Test func documentsOfAnyName() throws {
    let client = Client()
    initialize(client)
    for uri in [
      "file:", "file://", "file:///", "file:a", "file:///a/", "file://host", "", ":", "untitled:", "%", "file:///%2F",
    ] {
      client.open(uri, "[00:01] Ann: One. \n", language: "transcript-blog")
      let opened = client.receive { $0["params"]["uri"].string == uri }
      #expect(opened.last?["params"]["diagnostics"].array?.count == 1, "\(uri)")
      let document = #""textDocument": {"uri": "\#(uri)", "version": 2}"#
      client.send(
        #"{"method": "textDocument/didChange", "params": {\#(document), "contentChanges": [{"text": "[00:01] Ann: One. "}]}}"#
      )
      #expect(client.receive()?["params"]["diagnostics"].array?.count == 0, "\(uri)")
      client.pause()
      #expect(client.receive()?["params"]["diagnostics"].array?.count == 2, "\(uri)")
      client.send(#"{"method": "textDocument/didClose", "params": {\#(document)}}"#)
      #expect(client.receive()?["params"]["diagnostics"].array?.count == 0, "\(uri)")
    }
  }

  /// An error behind more hints than are shown is shown, in its place, and so is the note about what is not.
  @Test(arguments: [0, 700, 1_299])
  func theGravestAreShown(place: Int) throws {
    let client = Client()
    initialize(client)
    var generator = SeededGenerator(seed: 1)
    let turns = (0..<1_300).map { number in
      "[\(number == place ? "00:75" : "00:01")] Ann: \(String(generator.next(), radix: 36))  so.\n\n"
    }
    open(client, turns.joined())
    let published = client.receive { $0["method"].string == "textDocument/publishDiagnostics" }.last
    let items = try #require(published?["params"]["diagnostics"].array)
    #expect(items.count == 1_000)
    #expect(items.filter { $0["severity"].integer == 1 }.map { $0["range"]["start"]["line"].integer } == [place * 2])
    let lines = items.compactMap { $0["range"]["start"]["line"].integer }
    #expect(lines == lines.sorted())
    #expect(items.count { $0["message"].string?.contains("none of them is graver than hint") == true } == 1)
  }

  /// The message comes in many pieces, cut anywhere, also inside an emoji.
  @Test func piecesOfAnySize() throws {
    let client = Client()
    initialize(client)
    var generator = SeededGenerator(seed: 7)
    let text = String(repeating: "[00:01] Zoë 🐝: One.\n\n", count: 50)
    var bytes = Client.frame(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.txt","languageId":"transcript-blog","version":1,"text":"\#(text.replacingOccurrences(of: "\n", with: "\\n"))"}}}"#
    )[...]
    while !bytes.isEmpty {
      let count = min(bytes.count, Int.random(in: 1...30, using: &generator))
      client.send(Array(bytes.prefix(count)))
      bytes = bytes.dropFirst(count)
    }
    client.send(
      #"{"id": 1, "method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": "file:///a.txt"}}}"#)
    let answer = client.receive { $0["id"].integer == 1 }.last
    #expect(answer?["result"].array?.first?["name"].string?.hasPrefix("Zoë 🐝") == true)
  }
}
