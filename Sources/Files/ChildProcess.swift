import Platform

/// Another program that was started and runs beside this one.
public struct ChildProcess: Sendable {
  public let id: pid_t

  /// - Parameters:
  ///   - program: its path, or a name, which is sought where the system seeks programs.
  ///   - environment: that of this process where this is nil.
  ///   - input: what its standard input is; nothing comes out of it where this is nil.
  ///   - output: what its standard output is; that of this process where this is nil.
  ///   - complaints: what its standard error is; that of this process where this is nil.
  public init(
    _ program: String, _ arguments: [String], environment: Environment? = nil, input: Int32? = nil,
    output: Int32? = nil, complaints: Int32? = nil
  ) throws(Failure) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Threads that do the work of a process may block all signals; a child that inherits this could not be ended.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    if let complaints { posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO) }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var surroundings: [UnsafeMutablePointer<CChar>?]? = environment.map { $0.words.map { strdup($0) } + [nil] }
    defer { for word in surroundings ?? [] { free(word) } }
    var started = pid_t()
    let failure =
      surroundings == nil
      ? posix_spawnp(&started, program, &actions, &attributes, &words, environ)
      : posix_spawnp(&started, program, &actions, &attributes, &words, &surroundings!)
    guard failure == 0 else { throw Failure(path: program, reason: String(cString: strerror(failure))) }
    id = started
  }

  /// Waits for its end; returns the exit code, of a program that a signal ended 128 and the signal, as shells have it.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// Two descriptors: what is written into the one comes out of the other. Programs that are started do not inherit them,
/// or the reader would wait for ever for the end of what a stranger keeps open.
public struct Pipe: Sendable {
  public let reading: Int32
  public let writing: Int32

  public init() throws(Failure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(path: "pipe", reason: lastSystemError()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}
