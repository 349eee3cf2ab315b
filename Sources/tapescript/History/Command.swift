import Files
import Platform

/// Another program that was run to its end.
struct Command {
  /// The exit code; of a program that a signal ended, 128 and the signal, as shells have it.
  let status: Int32
  let output: [UInt8]
  let complaints: [UInt8]

  /// - Parameter program: its path.
  init(_ program: String, _ arguments: [String], _ environment: Environment) throws(Failure) {
    let (out, err) = (try Pipe(), try Pipe())
    let child = Result { () throws(Failure) in
      try ChildProcess(program, arguments, environment: environment, output: out.writing, complaints: err.writing)
    }
    close(out.writing)
    close(err.writing)
    (output, complaints) = readBoth(out.reading, err.reading)
    status = try child.get().wait()
  }
}

/// All that comes through two pipes, taken as it comes: who waits for the end of one of them first may wait for a program
/// that cannot go on, because the other one is full.
private func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
  var pieces: [Int32: [UInt8]] = [first: [], second: []]
  var waiting = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while !waiting.isEmpty {
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 || errno == EINTR else { break }
    waiting.removeAll { ready in
      guard ready.revents != 0 else { return false }
      let count = read(ready.fd, &buffer, buffer.count)
      if count > 0 { pieces[ready.fd]! += buffer[..<count] }
      return count == 0 || count < 0 && errno != EINTR
    }
  }
  close(first)
  close(second)
  return (pieces[first]!, pieces[second]!)
}
