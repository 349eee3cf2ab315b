/// A bracket expression: `[abc]`, `[a-z]`, `[!a]`, `[[:digit:]]`. Source: glob(7).
struct BracketExpression: Sendable, Equatable {
  private var ranges: [ClosedRange<UInt8>] = []
  private var isComplement = false

  /// Reads what follows the `[`; nil where it is never closed.
  init?(_ rest: inout ArraySlice<UInt8>) {
    if rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^") {
      isComplement = true
      rest.removeFirst()
    }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return }
      isFirst = false
      if byte == UInt8(ascii: "["), let named = Self.takeClass(&rest) {
        ranges += named
        continue
      }
      guard let low = Self.literal(byte, &rest) else { return nil }
      var high = low
      if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]"), rest.count > 1 {
        rest.removeFirst()
        guard let end = rest.popFirst().flatMap({ Self.literal($0, &rest) }) else { return nil }
        high = end
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }

  func contains(_ byte: UInt8) -> Bool {
    ranges.contains { $0.contains(byte) } != isComplement
  }

  private static func literal(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  /// Reads `:digit:]`, if that is what follows.
  private static func takeClass(_ rest: inout ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    for (name, ranges) in classes where rest.starts(with: ":\(name):]".utf8) {
      rest.removeFirst(name.utf8.count + 3)
      return ranges
    }
    return nil
  }

  private static let classes: [(String, [ClosedRange<UInt8>])] = [
    ("alnum", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]), ("alpha", [0x41...0x5A, 0x61...0x7A]),
    ("blank", [0x09...0x09, 0x20...0x20]), ("cntrl", [0x00...0x1F, 0x7F...0x7F]), ("digit", [0x30...0x39]),
    ("graph", [0x21...0x7E]), ("lower", [0x61...0x7A]), ("print", [0x20...0x7E]),
    ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]), ("space", [0x09...0x0D, 0x20...0x20]),
    ("upper", [0x41...0x5A]), ("xdigit", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]
}
