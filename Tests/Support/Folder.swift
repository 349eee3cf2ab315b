import Foundation

/// A folder with files that goes when nobody needs it any more.
public final class Folder {
  public let root: URL
  /// Without links: the directory for temporary files may be one.
  public var path: String { root.path(percentEncoded: false) }

  public init(_ files: [String: String] = [:]) throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    root = temporary.appending(path: "tapescript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  public func url(_ path: String) -> URL { root.appending(path: path) }

  public func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  public func write(_ data: Data, to path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url(path))
  }

  public func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  public func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: url(path).path(), withDestinationPath: destination)
  }

  public func string(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }
}
