import Configuration
import Files

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
    case .file(let path): try read(OpenFile(path))
    case .staged(let staged): try text(staged.read()) { [] }
    case .standardInput: try read(OpenFile(standardInputNamed: name))
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

  private func read(_ file: consuming OpenFile) throws(Failure) -> [UInt8] {
    defer { file.close() }
    let head = try file.read(atMost: 8_000)
    return try text(head) { () throws(Failure) in try file.readAll() }
  }

  /// A film is not read to its end.
  private func text(_ head: [UInt8], _ rest: () throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8] {
    switch Encoding(of: head.prefix(8_000), mayHoldNUL: promisesText) {
    case .utf8: return try head + rest()
    case .utf16:
      throw Failure(
        path: name, reason: "is in UTF-16; only UTF-8 can be read (tapescript convert --from-encoding utf-16)")
    case .binary: throw Failure(path: name, reason: "not a text file")
    }
  }

  /// Whether the name has the ending of a text, so that a NUL byte in it is damage. A file without an ending may hold
  /// anything.
  private var promisesText: Bool {
    guard let path = filePath, path.contains(".") else { return true }
    return TextFile.promises(path)
  }
}
