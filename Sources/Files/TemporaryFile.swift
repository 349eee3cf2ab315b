import Platform

/// A file that is written beside the place where it belongs, and goes unless it is moved there, also where a signal ends
/// the process: who looks sees what was there before or all of the new, and never half of it.
public struct TemporaryFile: Sendable {
  public let descriptor: Int32
  private let path: String
  private let target: String
  private let leftover: Int?

  /// Opens it for writing.
  ///
  /// - Parameters:
  ///   - target: where it belongs; a link there would be replaced, so it has been followed.
  ///   - mode: who may read and write, before the process's mask is applied.
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
      // What a process with the same number left behind, or another thread of this one writes, stays as it is.
      guard isTaken, number < 10_000 else { throw Failure(path: target, reason: reason) }
      number += 1
    }
  }

  /// Takes over who may read and write. That the file has another owner is no reason not to write: only the superuser
  /// could give it away.
  public func takeOver(_ status: stat) -> Bool {
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    return fchmod(descriptor, status.st_mode & 0o7777) == 0
  }

  public func write(_ bytes: [UInt8]) -> Bool { writeAll(bytes, to: descriptor) }

  /// Whether all that was written has reached the disk.
  public func flush() -> Bool { fsync(descriptor) == 0 }

  /// Puts it where it belongs.
  public func move() -> Bool { rename(path, target) == 0 }

  /// Closes it, and removes what was not moved.
  public func close(isMoved: Bool) {
    closeFile(descriptor)
    if !isMoved { unlink(path) }
    Leftovers.forget(leftover)
  }
}

private func closeFile(_ descriptor: Int32) { close(descriptor) }
