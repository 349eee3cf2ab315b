import Configuration
import Files

/// Where the bytes of a transcript come from.
enum Source: Sendable, Hashable {
  case file(String)
  /// The name says how findings are reported and may tell the notation.
  case standardInput(name: String?)

  /// As it is shown.
  var name: String {
    switch self {
    case .file(let path): path
    case .standardInput(let name): name ?? "<stdin>"
    }
  }

  /// What detection may draw conclusions from.
  var path: String? {
    switch self {
    case .file(let path): path
    case .standardInput(let name): name
    }
  }
}

extension Source {
  /// All bytes of a file that may hold a transcript. What a film holds is not read to its end.
  func read() throws(Failure) -> [UInt8] {
    var file = try open()
    defer { file.close() }
    let head = try file.read(atMost: 8_000)
    switch Encoding(of: head, mayHoldNUL: promisesText) {
    case .utf8: return try head + file.read(atMost: .max)
    case .utf16:
      throw Failure(path: name, reason: "is in UTF-16; only UTF-8 can be read (iconv -f UTF-16 -t UTF-8)")
    case .binary: throw Failure(path: name, reason: "not a text file")
    }
  }

  /// Whether its name promises text, and a byte that no text has is rather damage. One without an ending may hold
  /// anything.
  private var promisesText: Bool {
    guard case .file(let path) = self, path.contains(".") else { return true }
    return TextFile.promises(path)
  }

  private func open() throws(Failure) -> OpenFile {
    switch self {
    case .file(let path): try OpenFile(path)
    case .standardInput: OpenFile(standardInputNamed: name)
    }
  }
}
