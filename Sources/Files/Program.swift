import Platform

/// Where a program is among those that the user has on the path; nil where it is not.
///
/// Only directories given from the root count: with `.` or nothing between two colons the system would also run what lies
/// in the current directory, which may be a stranger's.
public func program(named name: String) -> String? {
  let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { join(String($0), name) }
    .first { (try? FileStatus($0))?.kind == .file && access($0, X_OK) == 0 }
}

/// What a program is told of its surroundings.
public struct Environment: Sendable {
  /// `NAME=value`
  public private(set) var words: [String]

  /// Those variables of this process, each with its value, that are wanted.
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
