import Configuration

/// The files of this machine.
public struct LocalFiles: FileSystem {
  public init() {}

  public func read(_ path: String) -> FileContent {
    do throws(Failure) {
      guard exists(path) else { return .absent }
      guard try FileStatus(path).kind == .file else { return .unreadable("it is no file") }
      var file = try OpenFile(path)
      defer { file.close() }
      return .bytes(try file.readAll())
    } catch {
      return .unreadable(error.reason)
    }
  }

  public func entries(of directory: String) -> [String] {
    (try? Files.entries(of: directory)) ?? []
  }

  public func realPath(_ path: String) -> String? { Files.realPath(path) }

  public func repository(around directory: String) -> String? {
    Files.realPath(directory).flatMap(Repository.top)
  }
}
