import SourceText

/// One line of a `.gitignore`. Source: gitignore(5), "Pattern format".
public struct IgnorePattern: Sendable, Equatable {
  /// Whether it excepts paths from the patterns before it (`!` in front).
  public let isNegated: Bool
  private let isForDirectories: Bool
  /// A glob for each name of the path; nil stands for any number of names (`**`).
  private let steps: [Glob?]
  /// A path with fewer names cannot match. This settles most cases, as most paths are short.
  private let fewestNames: Int

  /// Nil for a blank line, a comment, and a pattern that cannot match anything.
  public init?(_ line: some Collection<UInt8>) {
    var line = Array(line)
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while line.last == UInt8(ascii: " "), !Self.isEscaped(line) { line.removeLast() }
    if line.first == UInt8(ascii: "#") { return nil }
    isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    isForDirectories = line.last == UInt8(ascii: "/")
    if isForDirectories { line.removeLast() }
    guard !line.isEmpty else { return nil }

    var names = line.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    // A slash at the beginning or in the middle ties the pattern to the directory of its file.
    if names.count == 1 { names.insert(Array("**".utf8), at: 0) } else if names[0].isEmpty { names.removeFirst() }
    var steps: [Glob?] = []
    for name in names {
      let isAnyDepth = name.count > 1 && name.allSatisfy { $0 == UInt8(ascii: "*") }
      if !isAnyDepth { steps.append(Glob(name)) } else if steps.last != .some(nil) { steps.append(nil) }
    }
    self.steps = steps
    fewestNames = steps.count { $0 != nil } + (steps.last == .some(nil) ? 1 : 0)
  }

  /// The patterns of a file.
  public static func read(_ bytes: [UInt8]?) -> [IgnorePattern] {
    guard var bytes = bytes?[...] else { return [] }
    if bytes.starts(with: Text.byteOrderMark) { bytes = bytes.dropFirst(Text.byteOrderMark.count) }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { IgnorePattern($0) }
  }

  /// Whether the pattern matches the entry at a path, given by its names from the directory of the pattern's file on.
  public func matches(_ path: ArraySlice<[UInt8]>, isDirectory: Bool, _ walk: inout PatternWalk) -> Bool {
    var isMatch = false
    follow(path, isDirectory: isDirectory, &walk) { isMatch = $0 == path.endIndex - 1 }
    return isMatch
  }

  /// Calls back for each directory on the way to an entry, and for the entry, that the pattern matches, with the index
  /// of its name.
  func follow(
    _ path: ArraySlice<[UInt8]>, isDirectory: Bool, _ walk: inout PatternWalk, _ found: (Int) -> Void
  ) {
    guard path.count >= fewestNames else { return }
    walk.begin(steps)
    for index in path.indices where walk.canGoOn {
      walk.take(path[index], steps)
      guard walk.isMatch, !isForDirectories || isDirectory || index < path.endIndex - 1 else { continue }
      found(index)
    }
  }

  /// Whether it could match something in a directory.
  func canMatch(below directory: [[UInt8]]) -> Bool {
    var walk = PatternWalk()
    walk.begin(steps)
    for name in directory where walk.canGoOn { walk.take(name, steps) }
    return walk.canGoOn
  }

  /// Whether an odd number of backslashes stands before the last byte.
  private static func isEscaped(_ line: [UInt8]) -> Bool {
    !line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }
}
