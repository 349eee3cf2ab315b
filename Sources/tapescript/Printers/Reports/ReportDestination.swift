import Files
import Platform
import Synchronization

/// Where a report goes: the standard output, or a file that appears only when all of it has been written.
///
/// A reader of the file sees the old report or the new one, and never half of it.
final class ReportDestination: Sendable {
  private let name: String
  private let descriptor: Int32
  /// Whether the descriptor was opened here.
  private let isOwn: Bool
  /// What takes the place of the file in the end.
  private let replacement: TemporaryFile?
  /// The first thing that went wrong.
  private let error = Mutex<String?>(nil)

  /// - Parameters:
  ///   - path: of a file.
  ///   - otherwise: the descriptor to write to if `path` is nil.
  init(_ path: String?, otherwise: Int32 = STDOUT_FILENO) throws(Failure) {
    guard let path else {
      (name, descriptor, isOwn, replacement) = ("cannot write the report", otherwise, false, nil)
      return
    }
    name = path
    if let open = openDescriptor(at: path) {
      (descriptor, isOwn, replacement) = (open, false, nil)
      return
    }
    let status = try? FileStatus(path)
    if let status, status.kind != .file {
      // A device or a pipe cannot be replaced by a file, and must not.
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      (isOwn, replacement) = (true, nil)
      guard descriptor >= 0 else { throw Failure(path: path, reason: lastSystemError()) }
    } else {
      // A link is kept, and the file that it leads to replaced.
      let target = realPath(path) ?? path
      let temporary: TemporaryFile
      do {
        temporary = try TemporaryFile(for: target, mode: 0o666)
      } catch {
        throw Failure(path: path, reason: error.reason)
      }
      var old = stat()
      if status != nil, stat(target, &old) == 0 { _ = temporary.takeOver(old) }
      (descriptor, isOwn, replacement) = (temporary.descriptor, true, temporary)
    }
  }

  /// A failure is reported at the end, by `finish`.
  func write(_ text: String) {
    error.withLock { error in
      if error == nil, !text.isEmpty, !writeAll(text, to: descriptor) { error = lastSystemError() }
    }
  }

  /// Writes bytes that need not be UTF-8.
  func write(_ bytes: [UInt8]) {
    error.withLock { error in
      if error == nil, !bytes.isEmpty, !writeAll(bytes, to: descriptor) { error = lastSystemError() }
    }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    if let replacement {
      error.withLock { error in
        if error == nil, !replacement.flush() || !replacement.move() { error = lastSystemError() }
        replacement.close(isMoved: error == nil)
      }
    } else if isOwn {
      close(descriptor)
    }
    if let reason = error.withLock({ $0 }) { throw Failure(path: name, reason: reason) }
  }
}
