import Platform

/// A file that is open for reading.
public struct OpenFile {
  /// The largest file that is read, in bytes. The transcript of a thousand hours of speech is smaller.
  public static let largest = 64 << 20

  private let descriptor: Int32
  private let path: String

  public init(_ path: String) throws(Failure) {
    let kind = try FileStatus(path).kind
    guard kind != .device else {
      throw Failure(path: path, reason: "is a device, not a file; - is the standard input")
    }
    // A pipe has to wait for its writer. Nothing else may wait: some files of the kernel would block for hours.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | (kind == .pipe ? 0 : O_NONBLOCK))
    self.path = path
    guard descriptor >= 0 else { throw Failure(ofSystemAt: path) }
  }

  public init(standardInputNamed name: String) {
    descriptor = STDIN_FILENO
    path = name
  }

  /// The next `limit` bytes; fewer only where the file ends.
  public mutating func read(atMost limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let wanted = min(limit - bytes.count, max(sizeLeft, 1 << 16), 1 << 30)
      let (piece, code) = readOnce(wanted)
      if code == EINTR { continue }
      guard code == 0 else { throw Failure(path: path, reason: systemError(code)) }
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  /// The rest of the file; fails where it is longer than the limit.
  public mutating func readAll(atMost limit: Int = largest) throws(Failure) -> [UInt8] {
    guard sizeLeft <= limit else { throw tooLarge("has \(size >> 20) MB", limit) }
    let bytes = try read(atMost: limit + 1)
    guard bytes.count <= limit else { throw tooLarge("does not end", limit) }
    return bytes
  }

  private func tooLarge(_ what: String, _ limit: Int) -> Failure {
    Failure(path: path, reason: "\(what), and no more than \(limit >> 20) MB are read")
  }

  public func close() {
    guard descriptor != STDIN_FILENO else { return }
    Platform.close(descriptor)
  }

  private func readOnce(_ count: Int) -> (bytes: [UInt8], code: Int32) {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Platform.read(descriptor, buffer.baseAddress, count)
      if got < 0 { code = errno }
      filled = max(0, got)
    }
    return (bytes, code)
  }

  /// The length of the rest of a file, so that it can be read in one piece; 0 where the length is not known.
  private var sizeLeft: Int { max(0, size - Int(lseek(descriptor, 0, SEEK_CUR))) }

  /// The size of a regular file; 0 for anything else.
  private var size: Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }
}

/// All bytes of a file; nil where it cannot be read or is larger than the limit.
public func contents(_ path: String, atMost limit: Int = OpenFile.largest) -> [UInt8]? {
  guard (try? FileStatus(path))?.kind == .file, var file = try? OpenFile(path) else { return nil }
  defer { file.close() }
  return try? file.readAll(atMost: limit)
}

/// Why the last system call failed, in the system's words.
public func lastSystemError() -> String { systemError(errno) }

private func systemError(_ code: Int32) -> String { String(cString: strerror(code)) }
