import Platform

/// The path of a program in the directories of `PATH`; nil where none of them has it.
///
/// Only absolute directories count. With `.` or nothing between two colons the system would also run a program from the
/// current directory, which a stranger may have put there.
public func program(named name: String) -> String? {
  let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { join(String($0), name) }
    .first { (try? FileStatus($0))?.kind == .file && access($0, X_OK) == 0 }
}

/// The environment variables of a program.
public struct Environment: Sendable {
  /// `NAME=value`
  public private(set) var words: [String]

  /// The wanted variables of this process.
  public init(where isWanted: (String) -> Bool) {
    words = []
    var next = environ
    while let word = next.pointee {
      let text = String(cString: word)
      if isWanted(text) { words.append(text) }
      next += 1
    }
  }

  public mutating func set(_ name: String, _ value: String) {
    words.removeAll { $0.hasPrefix(name + "=") }
    words.append(name + "=" + value)
  }
}
