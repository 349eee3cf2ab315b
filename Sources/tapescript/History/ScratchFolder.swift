import Files
import FoundationEssentials

/// A temporary folder. It is removed with its last user.
final class ScratchFolder: Sendable {
  let path: String

  init() throws(Failure) {
    let place = FileManager.default.temporaryDirectory.path
    path = join(place, "tapescript-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(path: path, reason: "cannot be made")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file into it and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws(Failure) -> String {
    let file = join(path, name)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw Failure(path: file, reason: "cannot be written")
    }
    return file
  }
}
