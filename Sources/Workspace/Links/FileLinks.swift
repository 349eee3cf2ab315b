import Configuration

/// The files and folders that a text leads to by relative paths: the edges between the files of a workspace.
public struct FileLinks: Sendable, Equatable {
  /// Absolute paths, sorted. Nobody has asked whether anything is there.
  private let targets: [String]
  /// Whether there are more, which are not kept.
  private let isCut: Bool

  /// More links than a page has.
  private static let most = 1_000

  /// - Parameter path: the absolute path of the text.
  init(of file: TranscriptFile, at path: String) {
    let folder = names(of: path).dropLast()
    let found = PathInText.all(in: file, at: path).compactMap { $0.path.target(from: Array(folder)) }
    let targets = Set(found.map(absolutePath)).sorted()
    self.targets = Array(targets.prefix(Self.most))
    isCut = targets.count > Self.most
  }

  /// Whether the text may have to change.
  ///
  /// - Parameter path: the absolute path of the text.
  func concern(_ relocation: Relocation, at path: String) -> Bool {
    if isCut || !targets.isEmpty && relocation.moves(path) { return true }
    return targets.contains(where: relocation.moves)
  }
}

/// The names that an absolute path consists of.
func names(of path: String) -> [String] { path.split(separator: "/").map(String.init) }

/// The absolute path that consists of some names.
func absolutePath(_ names: [String]) -> String { "/" + names.joined(separator: "/") }
