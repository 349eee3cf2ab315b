#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A started program with pipes to its standard input and output.
final class Child {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var buffer: [UInt8] = []

  /// Nil where the program cannot be started.
  init?(_ path: String, _ arguments: [String]) {
    signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
    // The child must not hold our ends of the pipes, or it would never see that its input ends.
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var started = pid_t()
    let failure = posix_spawn(&started, path, &actions, nil, &words, nil)
    close(toChild[0])
    close(fromChild[1])
    process = started
    input = toChild[1]
    output = fromChild[0]
    if failure != 0 { return nil }
  }

  /// Waits for the end of the program.
  func finish() {
    close(input)
    while readMore() {}
    close(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Sends one message of the language server protocol.
  func send(_ body: String) {
    var message = Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)[...]
    while !message.isEmpty {
      let count = message.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { fatalError("the server does not listen") }
      message = message.dropFirst(count)
    }
  }

  /// Takes messages until one holds `mark` among its first bytes.
  func receive(_ mark: String) {
    while true {
      let message = nextMessage()
      if String(decoding: message.prefix(120), as: UTF8.self).contains(mark) { return }
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

  /// The most memory that the program has had, in megabytes; nil where the system does not tell.
  var peakMemory: Double? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
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
