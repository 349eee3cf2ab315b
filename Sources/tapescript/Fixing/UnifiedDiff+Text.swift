import SourceText

extension UnifiedDiff {
  /// The whole diff. On a terminal, or in colours, it is for people, and nothing in it can move the cursor. Anywhere
  /// else each byte is as in the file, so that the diff can be applied.
  func bytes(name: String, _ terminal: Terminal) -> [UInt8] {
    lines(name: name).flatMap { line in
      guard terminal.isColoured || terminal.isTerminal else { return line.bytes + [UInt8(ascii: "\n")] }
      let shown = visible(String(decoding: line.bytes, as: UTF8.self))
      return Array((line.kind.ink.map { terminal.ink($0, shown) } ?? shown).utf8) + [UInt8(ascii: "\n")]
    }
  }
}

extension UnifiedDiff.Line.Kind {
  fileprivate var ink: Terminal.Ink? {
    switch self {
    case .header: .bold
    case .hunk: .cyan
    case .kept: nil
    case .removed: .red
    case .added: .green
    }
  }
}
