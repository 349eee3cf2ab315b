import Files

/// The output of a conversion.
struct ConvertedFile {
  /// Nil for the standard output.
  private let path: String?
  private let mayReplace: Bool

  init(_ path: String?, mayReplace: Bool) {
    self.path = path == "-" ? nil : path
    self.mayReplace = mayReplace
  }

  /// Throws if the output would replace the input or another file that may still be needed.
  func check(against source: Source) throws(Failure) {
    guard let path, let status = try? FileStatus(path) else { return }
    if case .file(let input) = source, let read = try? FileStatus(input), read.id == status.id {
      throw Failure(path: path, reason: "this is the input file; choose another output file")
    }
    switch status.kind {
    case .directory: throw Failure(path: path, reason: "is a directory; name a file in it")
    case .file where !mayReplace: throw Failure(path: path, reason: "exists already; use --force to replace it")
    case .file, .pipe, .device, .other: break
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    let destination = try ReportDestination(path)
    destination.write(bytes)
    do {
      try destination.finish()
    } catch {
      throw path == nil ? Failure(path: "<stdout>", reason: error.reason) : error
    }
  }
}
