import Configuration
import Files

/// Finds the images that a transcript refers to by their paths.
///
/// A path counts from the directory of the transcript, or from one above it: the root of a site is none of its pages' own
/// directories, and nothing says which it is. None leads out of the folder that is open, neither by `..` nor by a link: a
/// cloned repository is not trusted. Nothing is read but whether a file is there.
public struct ImageFiles {
  /// More different images than this are not looked for.
  private static let most = 1_000

  /// From that of the transcript up to that of the folder.
  private let directories: [String]
  private let fence: Fence
  /// What was found, by the paths as written.
  private var known: [String: String?] = [:]

  /// - Parameters:
  ///   - document: the path of the transcript. It need not exist.
  ///   - folders: those that are open. In a file outside of them only what is in its own directory is found.
  public init?(of document: String, in folders: [String]) {
    let names = Workspace.names(of: document).dropLast()
    guard document.hasPrefix("/"), !names.contains("..") else { return nil }
    let above = names.indices.reversed().map { absolutePath(Array(names[...$0])) }
    let folders = Set(folders.map { absolutePath(Workspace.names(of: $0)) })
    guard let directory = above.first else { return nil }
    let root = above.first(where: folders.contains) ?? directory
    guard let real = realPath(root), let last = above.firstIndex(of: root) else { return nil }
    directories = Array(above[...last])
    fence = Fence(LocalFiles(), root: real)
  }

  /// The path of an image, links followed; nil where there is no such file.
  ///
  /// - Parameter written: relative, or from the root of the site with a `/` at its beginning.
  public mutating func path(of written: String) -> String? {
    if let found = known[written] { return found }
    guard known.count < Self.most, !written.utf8.contains(0) else { return nil }
    let isFromRoot = written.hasPrefix("/")
    let places = isFromRoot ? directories.reversed() : directories
    let found = places.lazy.compactMap { [fence] directory in
      realPath(directory + (isFromRoot ? "" : "/") + written).flatMap { real in
        fence.holds(real) && (try? FileStatus(real))?.kind == .file ? real : nil
      }
    }.first
    known[written] = .some(found)
    return found
  }
}
