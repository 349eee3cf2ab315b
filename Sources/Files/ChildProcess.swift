import Platform

/// Another program that was started and runs beside this one.
public struct ChildProcess: Sendable {
  public let id: pid_t

  /// - Parameters:
  ///   - program: its path, or a name, which is looked for where the system looks for programs.
  ///   - environment: nil for the environment of this process.
  ///   - input: its standard input; nil for an empty one.
  ///   - output: its standard output; nil for that of this process.
  ///   - complaints: its standard error; nil for that of this process.
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
    // The threads of this process may block all signals. A child that inherited this could not be ended by a signal.
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

  /// Waits for its end and returns its exit code; 128 plus the signal where a signal ended it, as in shells.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// Two descriptors: what is written into one can be read from the other. Programs that are started do not inherit them.
/// Otherwise the reader would wait for the end of data until all of them had ended.
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
