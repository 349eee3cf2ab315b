import Files
import Platform

/// Replaces the content of a file. Whatever fails, the file holds either the old or the new content at all times.
///
/// The new bytes are written to a file beside it, flushed, and moved into its place, with its permissions and its
/// owner. A link is followed: the file that it leads to is replaced. A file that no longer holds what was read is left
/// as it is.
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
    // Nobody else may look into it before it has the permissions of the file.
    temporary = try TemporaryFile(for: target, mode: 0o600)
  } catch {
    throw failure("not written: no new file can be put beside it", error.reason)
  }
  var isMoved = false
  defer { temporary.close(isMoved: isMoved) }
  guard temporary.write(new), temporary.takeOver(status), temporary.flush() else { throw failure("not written") }
  guard contents(target) == old else {
    throw failure("not written", "it was changed meanwhile; check it again")
  }
  isMoved = temporary.move()
  guard isMoved else { throw failure("not written") }
  flushDirectory(directory)
}

/// Makes the move survive a crash. Some file systems cannot flush a directory; the content of the file is safe all the
/// same.
private func flushDirectory(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
