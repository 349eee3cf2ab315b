/// The files in one directory, links followed. Configurations may refer only to these, and a check of the directory
/// includes only these.
///
/// Configurations and links may come from a cloned repository or an archive, so a stranger may have made them. They may
/// lead to files of their own workspace and to nothing else on the machine, neither by `..` or `/` nor by a link.
public struct Fence: FileSystem, Equatable {
  private let files: any FileSystem
  /// The directory, without links.
  private let root: String
  /// A file that the user named. It may lie anywhere.
  private let named: String?

  /// - Parameters:
  ///   - root: the directory, without links.
  ///   - named: a file that may be read wherever it is, since the user named it.
  public init(_ files: any FileSystem, root: String, named: String? = nil) {
    self.files = files
    self.root = root
    self.named = named
  }

  public static func == (a: Fence, b: Fence) -> Bool { (a.root, a.named) == (b.root, b.named) }

  public func read(_ path: String) -> FileContent {
    // If nothing exists at the path, reading it gives the system's reason.
    guard path != named, let real = files.realPath(path) else { return files.read(path) }
    return isPath(real, within: root) ? files.read(path) : .unreadable("it is outside of the workspace \(root)")
  }

  public func entries(of directory: String) -> [String] {
    holds(directory) ? files.entries(of: directory) : []
  }

  public func realPath(_ path: String) -> String? { files.realPath(path) }

  public func repository(around directory: String) -> String? { files.repository(around: directory) }

  /// Whether something exists at a path and lies inside the fence.
  public func holds(_ path: String) -> Bool { files.realPath(path).map { isPath($0, within: root) } ?? false }

  /// Whether the path is allowed: nothing exists at it, or something inside the fence.
  func allows(_ path: String) -> Bool { files.realPath(path).map { isPath($0, within: root) } ?? true }
}
