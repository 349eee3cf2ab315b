import Platform

/// A file that is written beside its target and then moved there. It is removed if it is not moved, also where a signal
/// ends the process. So a reader of the target sees either the old content or all of the new one, never half of it.
public struct TemporaryFile: Sendable {
  public let descriptor: Int32
  private let path: String
  private let target: String
  private let leftover: Int?

  /// Opens it for writing.
  ///
  /// - Parameters:
  ///   - target: where it will be moved. Links must have been followed, as a link would be replaced.
  ///   - mode: who may read and write it, before the process's mask is applied.
  public init(for target: String, mode: mode_t) throws(Failure) {
    let slash = target.lastIndex(of: "/")
    let directory = slash.map { target[...$0] } ?? ""
    var number = 0
    while true {
      let path = "\(directory).tapescript-\(getpid())-\(number)"
      let leftover = Leftovers.note(path)
      let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if opened >= 0 {
        (self.path, self.target, self.leftover, descriptor) = (path, target, leftover, opened)
        return
      }
      let (isTaken, reason) = (errno == EEXIST, lastSystemError())
      Leftovers.forget(leftover)
      // The name may be in use by another thread, or left behind by a process with the same number. Such a file stays
      // as it is.
      guard isTaken, number < 10_000 else { throw Failure(path: target, reason: reason) }
      number += 1
    }
  }

  /// Takes over the permissions and, where it can, the owner of another file. Only the superuser can give a file away,
  /// so a wrong owner is no failure.
  public func takeOver(_ status: stat) -> Bool {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    return fchmod(descriptor, status.st_mode & 0o7777) == 0
  }

  public func write(_ bytes: [UInt8]) -> Bool { writeAll(bytes, to: descriptor) }

  /// Waits until all that was written has reached the disk; false where it could not.
  public func flush() -> Bool { fsync(descriptor) == 0 }

  /// Moves it to its target; false where that failed.
  public func move() -> Bool { rename(path, target) == 0 }

  /// Closes it, and removes what was not moved.
  public func close(isMoved: Bool) {
    closeFile(descriptor)
    if !isMoved { unlink(path) }
    Leftovers.forget(leftover)
  }
}

private func closeFile(_ descriptor: Int32) { close(descriptor) }
