import Platform

/// The open descriptor of this process that a path stands for, such as `/dev/stdout` or `/dev/fd/3`, links followed;
/// nil for any other path.
///
/// A shell may have opened a file for this program. It must be written to through the descriptor. Opening it anew would
/// begin at its first byte, and replacing it by another file would leave the shell with the old one.
public func openDescriptor(at path: String) -> Int32? {
  var path = absolutePath(path)
  // The system follows no more than forty links in a row either. Source: path_resolution(7).
  for _ in 0..<40 {
    if let descriptor = namedDescriptor(path) { return descriptor }
    guard let target = target(ofLink: path) else { return nil }
    path = absolutePath(target.hasPrefix("/") ? target : path + "/../" + target)
  }
  return nil
}

private func namedDescriptor(_ path: String) -> Int32? {
  switch path {
  case "/dev/stdin": return STDIN_FILENO
  case "/dev/stdout": return STDOUT_FILENO
  case "/dev/stderr": return STDERR_FILENO
  default: break
  }
  for directory in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(directory) {
    guard let number = Int32(path.dropFirst(directory.count)), number >= 0, fcntl(number, F_GETFD) >= 0 else {
      return nil
    }
    return number
  }
  return nil
}

private func target(ofLink path: String) -> String? {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = buffer.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
  return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
}
