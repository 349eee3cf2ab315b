import Files
import Platform

/// A program that has been run to its end.
struct Command {
  /// The exit code; 128 plus the signal where a signal ended the program, as in shells.
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

/// All output of two pipes, read as it comes. Reading one to its end first could block the program, when the other pipe
/// is full.
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
