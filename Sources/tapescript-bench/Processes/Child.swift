import Files
import Platform

/// A started program with pipes to its standard input and output.
final class Child {
  private let process: ChildProcess
  private let input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []

  /// Nil where the program cannot be started.
  init?(_ path: String, _ arguments: [String]) {
    signal(SIGPIPE, SIG_IGN)
    guard let toChild = try? Pipe(), let fromChild = try? Pipe() else { return nil }
    let started = try? ChildProcess(path, arguments, input: toChild.reading, output: fromChild.writing)
    close(toChild.reading)
    close(fromChild.writing)
    guard let started else { return nil }
    process = started
    input = toChild.writing
    output = fromChild.reading
  }

  /// The number of its process.
  var id: pid_t { process.id }

  /// Waits for the end of the program.
  func finish() {
    close(input)
    while readMore() {}
    close(output)
    _ = process.wait()
  }

  /// Sends one message of the language server protocol.
  func send(_ body: String) {
    guard writeAll("Content-Length: \(body.utf8.count)\r\n\r\n\(body)", to: input) else {
      fatalError("the server does not listen")
    }
  }

  /// Takes messages until one holds `mark` among its first bytes.
  ///
  /// - Parameter see: gets the first bytes of each message before that.
  /// - Returns: the first bytes of that message.
  @discardableResult
  func receive(_ mark: String, _ see: (String) -> Void = { _ in }) -> String {
    while true {
      let head = String(decoding: nextMessage().prefix(120), as: UTF8.self)
      if head.contains(mark) { return head }
      see(head)
    }
  }

  private func nextMessage() -> ArraySlice<UInt8> {
    while true {
      if let end = headerEnd(), buffer.count >= end.body.upperBound {
        defer { buffer.removeSubrange(..<end.body.upperBound) }
        return buffer[end.body]
      }
      guard readMore() else { fatalError("the server has ended") }
    }
  }

  private func headerEnd() -> (length: Int, body: Range<Int>)? {
    let head = buffer.prefix(200)
    guard let end = head.indices.first(where: { head[$0...].starts(with: "\r\n\r\n".utf8) }) else { return nil }
    let digits = head[..<end].filter { (0x30...0x39).contains($0) }
    let length = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    return (length, (end + 4)..<(end + 4 + length))
  }

  private func readMore() -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 1 << 16))
    let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress! + start, 1 << 16) }
    buffer.removeSubrange((start + max(0, count))...)
    return count > 0
  }

  /// The peak memory of the program, in megabytes; nil if the system does not report it.
  var peakMemory: Double? {
    guard let file = fopen("/proc/\(process.id)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
      guard text.hasPrefix("VmHWM:") else { continue }
      return Double(text.filter(\.isNumber)).map { $0 / 1_000 }
    }
    return nil
  }
}
