import Foundation
import JSON
import LSP
import Synchronization

@testable import Server

/// An editor's end of a session: the server runs on a thread of this process, behind two pipes, as it would behind
/// those of an editor.
final class Client {
  private let input: Int32
  private let output: Int32
  private let end = ServerEnd()
  private let inbox = Inbox()
  private var frames = FrameReader()
  private var isInputClosed = false
  private var isOutputClosed = false

  /// - Parameters:
  ///   - blocks: whether the server's input is a pipe that waits for bytes, as most clients hand over.
  ///   - partDelay: how long the server collects results before it sends a part of them. If that is long, what is sent does
  ///     not depend on how fast files are read.
  init(blocks: Bool = true, partDelay: Duration = .seconds(3_600)) {
    // The server may leave while the test writes.
    signal(SIGPIPE, SIG_IGN)
    var toServer: [Int32] = [0, 0]
    var fromServer: [Int32] = [0, 0]
    precondition(pipe(&toServer) == 0 && pipe(&fromServer) == 0)
    if !blocks { _ = fcntl(toServer[0], F_SETFL, O_NONBLOCK) }
    (input, output) = (toServer[1], fromServer[0])
    let (serverInput, serverOutput, end, inbox) = (toServer[0], fromServer[1], end, inbox)
    Thread.detachNewThread {
      // Nobody waits for a pause: it is told (`pause`).
      let code = serve(
        input: serverInput, output: serverOutput, version: "0.0.0", inbox, pause: .seconds(3_600),
        partDelay: partDelay)
      // The test's end of the pipe then reads the end of the stream, as after the exit of a process.
      close(serverOutput)
      end.finish(code)
    }
  }

  deinit {
    closeInput()
    closeOutput()
  }

  /// Sends bytes in one write.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ json: String) { send(Self.frame(json)) }

  /// Nothing has been typed for a while. What was sent before must have been answered.
  func pause() { inbox.post([.pause]) }

  /// Begins a session in which positions count Unicode scalars, as the tool's reports do.
  func initialize() {
    send(
      #"{"id": 1, "method": "initialize", "params": {"capabilities": {"general": {"positionEncodings": ["utf-32"]}}}}"#)
    _ = receive()
  }

  func open(_ uri: String, _ text: String, language: String? = nil, version: Int = 1) {
    var message = JSONWriter()
    message.object {
      $0.member("method", "textDocument/didOpen")
      $0.member("params") {
        $0.object {
          $0.member("textDocument") {
            $0.object {
              $0.member("uri", uri)
              if let language { $0.member("languageId", language) }
              $0.member("version", version)
              $0.member("text", text)
            }
          }
        }
      }
    }
    send(Self.frame(String(decoding: message.bytes, as: UTF8.self)))
  }

  static func frame(_ json: String) -> [UInt8] {
    Array("Content-Length: \(json.utf8.count)\r\n\r\n\(json)".utf8)
  }

  func closeInput() {
    guard !isInputClosed else { return }
    isInputClosed = true
    close(input)
  }

  func closeOutput() {
    guard !isOutputClosed else { return }
    isOutputClosed = true
    close(output)
  }

  /// The server's next message; nil at the end of its output, or when it says nothing for ten seconds.
  func receive() -> JSONValue? {
    while true {
      switch frames.next() {
      case .frame(let body): return try? JSONValue(parsing: body)
      case .fault: return nil
      case nil: break
      }
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 10_000) == 1 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      frames.append(buffer[..<count])
    }
  }

  /// Messages up to the one that satisfies the condition, that one last; empty when it never comes.
  func receive(until isLast: (JSONValue) -> Bool) -> [JSONValue] {
    var messages: [JSONValue] = []
    while let message = receive() {
      messages.append(message)
      if isLast(message) { return messages }
    }
    return []
  }

  /// The exit code; nil when the session is not over after ten seconds.
  func exitCode() -> Int32? { end.wait(seconds: 10) }
}

/// Hands the exit code from the server's thread to the test's.
private final class ServerEnd: Sendable {
  private let code = Mutex<Int32?>(nil)
  private let semaphore = DispatchSemaphore(value: 0)

  func finish(_ code: Int32) {
    self.code.withLock { $0 = code }
    semaphore.signal()
  }

  func wait(seconds: Int) -> Int32? {
    _ = semaphore.wait(timeout: .now() + .seconds(seconds))
    return code.withLock { $0 }
  }
}
