import Files

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Puts new bytes in the place of a file, so that at no time, whatever fails, anything but the old or the new is there.
///
/// They are written to a file beside it, flushed, and moved into its place, with its permissions and its owner. A link
/// is followed: the file that it leads to is replaced. A file that no longer holds what was read is left as it is.
func replaceFile(_ path: String, _ old: [UInt8], with new: [UInt8]) throws(Failure) {
  func failure(_ what: String, _ reason: String = lastSystemError()) -> Failure {
    Failure(path: path, reason: "\(what): \(reason)")
  }
  guard let target = realPath(path) else { throw failure("not written") }
  guard access(target, W_OK) == 0 else { throw failure("not written") }
  var status = stat()
  guard stat(target, &status) == 0 else { throw failure("not written") }

  let directory = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
  let temporary: TemporaryFile
  do {
    temporary = try TemporaryFile(in: directory)
  } catch {
    throw failure("not written: no new file can be put beside it", error.reason)
  }
  defer { temporary.remove() }
  guard temporary.write(new), temporary.takeOver(status), temporary.flush() else { throw failure("not written") }
  guard contents(target) == old else {
    throw failure("not written", "it was changed meanwhile; check it again")
  }
  guard temporary.move(to: target) else { throw failure("not written") }
  flushDirectory(directory)
}

/// A file that goes unless it is moved to where it belongs.
private final class TemporaryFile {
  private let path: String
  private let descriptor: Int32
  private var isMoved = false

  init(in directory: String) throws(Failure) {
    var template = Array("\(directory)/.tapescript-XXXXXX".utf8CString)
    let opened = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
    guard opened >= 0 else { throw Failure(path: directory, reason: lastSystemError()) }
    _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
    descriptor = opened
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  func write(_ bytes: [UInt8]) -> Bool { writeAll(bytes, to: descriptor) }

  /// Takes over who may read and write. That it has another owner is no reason not to write: only the superuser could
  /// give it away.
  func takeOver(_ status: stat) -> Bool {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    return fchmod(descriptor, status.st_mode & 0o7777) == 0
  }

  func flush() -> Bool { fsync(descriptor) == 0 }

  func move(to target: String) -> Bool {
    isMoved = rename(path, target) == 0
    return isMoved
  }

  func remove() {
    close(descriptor)
    if !isMoved { unlink(path) }
  }
}

/// Makes the move last. Some file systems cannot flush a directory; the file itself is safe by then.
private func flushDirectory(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// Writes all bytes, however many the system takes at once.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { bytes in
    var rest = bytes
    while let base = rest.baseAddress, rest.count > 0 {
      let count = write(descriptor, base, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
