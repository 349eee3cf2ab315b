import Foundation
import JSON
import LSP
import Synchronization
import Testing

@testable import Server

/// Work beside the session.
@Suite struct JobTests {
  /// A session on a thread of its own. The test posts its events and reads its messages.
  private final class Played {
    let inbox = Inbox()
    private let output: Int32
    private var frames = FrameReader()

    /// - Parameter begin: what the session begins with.
    init(capabilities: String = "null", _ begin: @escaping @Sendable (inout Session) -> Void) {
      var ends: [Int32] = [0, 0]
      precondition(pipe(&ends) == 0)
      output = ends[0]
      let (writing, inbox) = (ends[1], inbox)
      let client = ClientCapabilities(try! JSONValue(parsing: capabilities.utf8))
      Thread.detachNewThread {
        var session = Session(
          inbox: inbox, output: Output(descriptor: writing), version: "", pause: .seconds(3_600))
        session.capabilities = Capabilities(client)
        session.life = .running
        begin(&session)
        _ = session.run()
        close(writing)
      }
    }

    deinit { close(output) }

    func post(_ json: String) { inbox.post([.message(Message(try! JSONValue(parsing: json.utf8)))]) }

    func receive() -> JSONValue? {
      while true {
        if case .frame(let body) = frames.next() { return try? JSONValue(parsing: body) }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = read(output, &buffer, buffer.count)
        guard count > 0 else { return nil }
        frames.append(buffer[..<count])
      }
    }
  }

  /// A gate at which work waits until the test lets it go on.
  private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func open() { semaphore.signal() }
    func pass() { semaphore.wait() }
  }

  private static let hover =
    #"{"id": 2, "method": "textDocument/hover", "params": {"textDocument": {"uri": "file:///a"}, "position": {"line": 0, "character": 0}}}"#

  /// While work runs, other requests are answered, and its own answer comes when it is done.
  @Test func runsBeside() throws {
    let gate = Gate()
    let played = Played { session in
      session.start(.integer(1), .null, title: "Work") { _ in
        gate.pass()
        return { $0.value("done") }
      }
    }
    played.post(Self.hover)
    #expect(played.receive()?["id"].integer == 2)
    gate.open()
    let answer = try #require(played.receive())
    #expect(answer["id"].integer == 1)
    #expect(answer["result"].string == "done")
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// A cancellation is answered though the work goes on, and what the work says afterwards is not told.
  @Test func cancelIsAnsweredAtOnce() throws {
    let (begun, gate, asked) = (Gate(), Gate(), Gate())
    let wasCancelled = Mutex(false)
    let played = Played { session in
      session.start(.string("a"), .null, title: "Work") { job in
        begun.open()
        gate.pass()
        wasCancelled.withLock { $0 = job.isCancelled }
        asked.open()
        return { $0.value("too late") }
      }
    }
    begun.pass()
    played.post(#"{"method": "$/cancelRequest", "params": {"id": 1}}"#)
    played.post(#"{"method": "$/cancelRequest", "params": {"id": "a"}}"#)
    played.post(#"{"method": "$/cancelRequest", "params": {"id": "a"}}"#)
    let answer = try #require(played.receive())
    #expect(answer["id"].string == "a")
    #expect(answer["error"]["code"].integer == -32800)
    gate.open()
    asked.pass()
    #expect(wasCancelled.withLock { $0 })
    played.post(Self.hover)
    #expect(played.receive()?["id"].integer == 2)
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// Whatever runs when the session is shut down has its answer before the shutdown has.
  @Test func shutdownEndsJobs() throws {
    let gate = Gate()
    let played = Played { session in
      for id in 1...9 {
        session.start(.integer(id), .null, title: "Work") { _ in
          gate.pass()
          return { $0.null() }
        }
      }
    }
    played.post(#"{"id": "bye", "method": "shutdown"}"#)
    for id in 1...9 {
      let answer = try #require(played.receive())
      #expect(answer["id"].integer == id)
      #expect(answer["error"]["code"].integer == -32800)
    }
    #expect(played.receive()?["id"].string == "bye")
    for _ in 1...9 { gate.open() }
    played.post(#"{"method": "exit"}"#)
    #expect(played.receive() == nil)
  }

  @Test func errorsAreAnswered() throws {
    let played = Played { session in
      session.start(.integer(1), .null, title: "Work") { _ in throw RequestFailed("No rope.") }
      session.start(.integer(2), .null, title: "Work") { _ in throw CocoaError(.featureUnsupported) }
    }
    let answers = [try #require(played.receive()), try #require(played.receive())]
    let codes = answers.map { ($0["id"].integer, $0["error"]["code"].integer) }.sorted { $0.0 ?? 0 < $1.0 ?? 0 }
    #expect(codes[0] == (1, -32803))
    #expect(codes[1] == (2, -32603))
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// The client's own token needs no question; each hundredth is told once.
  @Test func progressUnderTheClientsToken() throws {
    let played = Played { session in
      session.progressDelay = .zero
      session.start(.integer(1), try! JSONValue(parsing: #"{"workDoneToken": 7}"#.utf8), title: "Work") { job in
        for done in 1...1_000 { job.report(done, of: 1_000) }
        return { $0.null() }
      }
    }
    var values: [JSONValue] = []
    while let message = played.receive(), message.member("id") == nil {
      #expect(message["method"].string == "$/progress")
      #expect(message["params"]["token"].integer == 7)
      values.append(message["params"]["value"])
    }
    #expect(values.first?["kind"].string == "begin")
    #expect(values.first?["title"].string == "Work")
    #expect(values.last?["kind"].string == "end")
    let reports = values.dropFirst().dropLast()
    #expect(reports.map { $0["percentage"].integer } == Array(0...100))
    #expect(reports.last?["message"].string == "1000 of 1000 files")
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// A client that offers it is asked for a token, and is told nothing before it has agreed.
  @Test(arguments: [true, false])
  func progressThatTheClientIsAskedFor(agrees: Bool) throws {
    let (gate, told) = (Gate(), Gate())
    let played = Played(capabilities: #"{"window": {"workDoneProgress": true}}"#) { session in
      session.progressDelay = .zero
      session.start(.integer(1), .null, title: "Work") { job in
        job.report(10, of: 100)
        gate.pass()
        job.report(20, of: 100)
        told.open()
        gate.pass()
        return { $0.null() }
      }
    }
    let question = try #require(played.receive())
    #expect(question["method"].string == "window/workDoneProgress/create")
    let token = try #require(question["params"]["token"].string)
    let id = try #require(question["id"].integer)
    let answer = agrees ? #""result": null"# : #""error": {"code": 1, "message": ""}"#
    played.post(#"{"id": \#(id), \#(answer)}"#)
    played.post(Self.hover)
    if agrees { #expect(played.receive()?["params"]["value"]["kind"].string == "begin") }
    #expect(played.receive()?["id"].integer == 2)
    gate.open()
    told.pass()
    if agrees { #expect(played.receive()?["params"]["value"]["percentage"].integer == 20) }
    played.post(#"{"method": "window/workDoneProgress/cancel", "params": {"token": "\#(token)"}}"#)
    if agrees { #expect(played.receive()?["params"]["value"]["kind"].string == "end") }
    #expect(played.receive()?["error"]["code"].integer == -32800)
    gate.open()
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// Nothing is shown to a client that neither asks nor offers, and parts go only to one that takes them.
  @Test func nothingThatIsNotOffered() throws {
    let played = Played { session in
      session.progressDelay = .zero
      session.start(.integer(1), .null, title: "Work") { job in
        #expect(!job.takesParts)
        job.report(10, of: 100)
        job.send { $0.value(1) }
        return { $0.value(2) }
      }
    }
    #expect(played.receive()?["result"].integer == 2)
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  @Test func shortWorkShowsNoProgress() throws {
    let played = Played { session in
      session.progressDelay = .seconds(3_600)
      session.start(.integer(1), try! JSONValue(parsing: #"{"workDoneToken": 7}"#.utf8), title: "Work") { job in
        job.report(50, of: 100)
        return { $0.null() }
      }
    }
    #expect(played.receive()?["id"].integer == 1)
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  @Test func thatFilesAreLeftOutIsToldOnce() throws {
    let played = Played { session in
      for id in 1...2 {
        session.start(.integer(id), .null, title: "Work") { job in
          job.tellOfCut()
          return { $0.null() }
        }
      }
    }
    let messages = (1...3).compactMap { _ in played.receive()?["method"].string }
    #expect(messages == ["window/showMessage"])
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }

  /// Whatever was asked before the input ended is answered.
  @Test func theEndOfTheInputWaitsForJobs() throws {
    let gate = Gate()
    let played = Played { session in
      session.start(.integer(1), .null, title: "Work") { _ in
        gate.pass()
        return { $0.value("done") }
      }
    }
    played.inbox.post([.endOfInput])
    played.post(Self.hover)
    #expect(played.receive()?["id"].integer == 2)
    gate.open()
    #expect(played.receive()?["result"].string == "done")
    #expect(played.receive() == nil)
  }

  /// An id that is used again while the first request runs: each has its answer.
  @Test func oneIDTwice() throws {
    let gate = Gate()
    let played = Played { session in
      for text in ["first", "second"] {
        session.start(.integer(1), .null, title: "Work") { _ in
          gate.pass()
          return { $0.value(text) }
        }
      }
    }
    gate.open()
    gate.open()
    let results = [played.receive()?["result"].string, played.receive()?["result"].string]
    #expect(Set(results) == ["first", "second"])
    played.inbox.post([.endOfInput])
    #expect(played.receive() == nil)
  }
}
