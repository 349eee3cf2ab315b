import Configuration
import Files

/// Where the bytes of a transcript come from.
enum Source: Sendable, Hashable {
  case file(String)
  /// What a file will hold after the next commit.
  case staged(StagedFile)
  /// The name says how findings are reported and may tell the notation.
  case standardInput(name: String?)

  /// As it is shown.
  var name: String {
    switch self {
    case .file(let path): path
    case .staged(let file): file.path
    case .standardInput(let name): name ?? "<stdin>"
    }
  }

  /// What detection may draw conclusions from.
  var path: String? {
    switch self {
    case .file(let path): path
    case .staged(let file): file.path
    case .standardInput(let name): name
    }
  }

  /// Where the file is in the working tree; nil for the standard input.
  var filePath: String? {
    if case .standardInput = self { nil } else { path }
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
    switch self {
    case .file(let path): try read(OpenFile(path))
    case .staged(let staged): try content(staged.read()) { [] }
    case .standardInput: try read(OpenFile(standardInputNamed: name))
    }
  }

  private func read(_ file: consuming OpenFile) throws(Failure) -> Content {
    defer { file.close() }
    let head = try file.read(atMost: 8_000)
    return try content(head) { () throws(Failure) in try file.readAll() }
  }

  /// As git does it: a NUL among the first bytes is no text. What a film holds need not be read to its end.
  private func content(_ head: [UInt8], _ rest: () throws(Failure) -> [UInt8]) throws(Failure) -> Content {
    if !promisesText, head.prefix(8_000).contains(0) { return .other("not a text file") }
    let rest = try rest()
    if isUTF16(head.prefix(8_000)) {
      throw Failure(path: name, reason: "is in UTF-16; only UTF-8 can be read (iconv -f UTF-16 -t UTF-8)")
    }
    return .text(head + rest)
  }

  /// Whether its name promises text: such a file is read whatever is in it. One without an ending may hold anything.
  var promisesText: Bool {
    guard let path = filePath, path.contains(".") else { return true }
    return TextFile.promises(path)
  }

  /// Whether a text begins with the mark of UTF-16, or has a NUL for nearly every other byte, as most of them have.
  private func isUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.count { $0 == 0 } * 5 > head.count * 2
  }
}
