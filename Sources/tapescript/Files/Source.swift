import Configuration
import Files
import Workspace

/// Where the bytes of a transcript come from.
enum Source: Sendable, Hashable {
  case file(String)
  /// The content that a file will have after the next commit.
  case staged(StagedFile)
  /// The name is used in reports and may tell the notation.
  case standardInput(name: String?)

  /// As it is shown.
  var name: String {
    switch self {
    case .file(let path): path
    case .staged(let file): file.path
    case .standardInput(let name): name ?? "<stdin>"
    }
  }

  /// The path that detection may use.
  var path: String? {
    switch self {
    case .file(let path): path
    case .staged(let file): file.path
    case .standardInput(let name): name
    }
  }

  /// The path of the file in the working tree; nil for the standard input.
  var filePath: String? {
    if case .standardInput = self { nil } else { path }
  }
}

extension Source {
  /// All bytes of a file that may hold a transcript.
  func read() throws(Failure) -> [UInt8] {
    switch self {
    case .file(let path): try readText(OpenFile(path), named: name, path: filePath)
    case .staged(let staged): try readText(staged.read(), named: name, path: filePath) { [] }
    case .standardInput: try readText(OpenFile(standardInputNamed: name), named: name, path: filePath)
    }
  }

  /// All bytes, whatever they are.
  func readBytes() throws(Failure) -> [UInt8] {
    switch self {
    case .file(let path): try readAll(OpenFile(path))
    case .staged(let staged): try staged.read()
    case .standardInput: try readAll(OpenFile(standardInputNamed: name))
    }
  }

  private func readAll(_ file: consuming OpenFile) throws(Failure) -> [UInt8] {
    defer { file.close() }
    return try file.readAll()
  }
}
