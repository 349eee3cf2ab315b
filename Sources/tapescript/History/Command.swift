import Files

#if canImport(Darwin)
  @preconcurrency import Darwin
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Glibc
#endif

/// Another program that was run to its end.
struct Command {
  /// The exit code; of a program that a signal ended, 128 and the signal, as shells have it.
  let status: Int32
  let output: [UInt8]
  let complaints: [UInt8]

  /// - Parameter program: is sought where the system seeks programs.
  init(_ program: String, _ arguments: [String]) throws(Failure) {
    var (out, err): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&out) == 0, pipe(&err) == 0 else { throw Failure(path: program, reason: lastSystemError()) }
    // Other threads may start programs, too, and must not keep these ends open.
    for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var process = pid_t()
    let failure = posix_spawnp(&process, program, &actions, nil, &words, environ)
    for word in words { free(word) }
    posix_spawn_file_actions_destroy(&actions)
    close(out[1])
    close(err[1])
    (output, complaints) = readBoth(out[0], err[0])
    guard failure == 0 else { throw Failure(path: program, reason: String(cString: strerror(failure))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
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
