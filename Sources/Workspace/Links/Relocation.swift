/// Files and folders that get other paths together.
public struct Relocation: Sendable {
  /// By the path that each has now.
  private var targets: [String: String] = [:]
  /// The paths that these get.
  private var taken: Set<String> = []

  public init() {}

  /// - Parameters:
  ///   - old: the absolute path of a file or a folder. What lies in a folder moves along.
  ///   - new: its absolute path afterwards.
  public mutating func add(_ old: String, _ new: String) {
    targets[old] = new
    taken.insert(new)
  }

  public var isEmpty: Bool { targets.isEmpty }

  /// The path afterwards. What moves by itself and in a folder too goes where it moves by itself.
  public func path(of path: String) -> String { target(of: path) ?? path }

  /// Whether a file or a folder gets another path.
  public func moves(_ path: String) -> Bool { target(of: path) != nil }

  /// Whether something gets this path, or a folder above it does.
  public func fills(_ path: String) -> Bool { Self.ancestors(of: path).contains { taken.contains(String($0)) } }

  private func target(of path: String) -> String? {
    guard !targets.isEmpty else { return nil }
    for ancestor in Self.ancestors(of: path) {
      guard let target = targets[String(ancestor)] else { continue }
      return target + path.utf8.dropFirst(ancestor.utf8.count).string
    }
    return nil
  }

  /// The path and the folders above it, from the deepest up.
  private static func ancestors(of path: String) -> some Sequence<Substring> {
    sequence(first: path[...]) { deeper in
      guard let slash = deeper.utf8.lastIndex(of: UInt8(ascii: "/")), slash > deeper.startIndex else { return nil }
      return deeper[..<slash]
    }
  }
}

extension Substring.UTF8View {
  fileprivate var string: String { String(Substring(self)) }
}
