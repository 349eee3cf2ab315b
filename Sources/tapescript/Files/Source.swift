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

/// The bytes of a file that may hold a transcript.
enum Content {
  case text([UInt8])
  /// Why it was not read to its end.
  case other(String)
}

extension Source {
  func read() throws(Failure) -> Content {
    var file = try open()
    defer { file.close() }
    // As git does it: a NUL among the first bytes is no text. What a film holds need not be read to its end.
    let head = try file.read(atMost: 8_000)
    if !promisesText, head.contains(0) { return .other("not a text file") }
    let rest = try file.readAll()
    if isUTF16(head) {
      throw Failure(path: name, reason: "is in UTF-16; only UTF-8 can be read (iconv -f UTF-16 -t UTF-8)")
    }
    return .text(head + rest)
  }

  /// Whether its name promises text: such a file is read whatever is in it. One without an ending may hold anything.
  var promisesText: Bool {
    guard case .file(let path) = self, path.contains(".") else { return true }
    return TextFile.promises(path)
  }

  /// Whether a text begins with the mark of UTF-16, or has a NUL for nearly every other byte, as most of them have.
  private func isUTF16(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.count { $0 == 0 } * 5 > head.count * 2
  }

  private func open() throws(Failure) -> OpenFile {
    switch self {
    case .file(let path): try OpenFile(path)
    case .standardInput: OpenFile(standardInputNamed: name)
    }
  }
}
