/// A pattern for one name of a path: `*`, `?`, `[a-z]`, and `\` before a byte that stands for itself.
struct Glob: Sendable, Equatable {
  private let tokens: [Token]
  /// A name with fewer bytes cannot match.
  private let fewestBytes: Int

  private enum Token: Equatable {
    case byte(UInt8)
    case any
    case star
    case set(BracketExpression)
    case never
  }

  init(_ pattern: [UInt8]) {
    var tokens: [Token] = []
    var rest = pattern[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): if tokens.last != .star { tokens.append(.star) }
      case UInt8(ascii: "?"): tokens.append(.any)
      case UInt8(ascii: "\\"): tokens.append(rest.popFirst().map { .byte($0) } ?? .never)
      case UInt8(ascii: "["): tokens.append(BracketExpression(&rest).map { .set($0) } ?? .never)
      default: tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
    fewestBytes = tokens.count { $0 != .star }
  }

  /// After a mismatch, only the last star takes one more byte. An earlier star need not: the last one could take the
  /// same bytes.
  func matches(_ name: [UInt8]) -> Bool {
    guard name.count >= fewestBytes else { return false }
    var (token, byte) = (0, 0)
    var retry: (token: Int, byte: Int)?
    while true {
      if token < tokens.count, tokens[token] == .star {
        retry = (token, byte)
        token += 1
      } else if token < tokens.count, byte < name.count, accepts(tokens[token], name[byte]) {
        token += 1
        byte += 1
      } else if token == tokens.count, byte == name.count {
        return true
      } else if let last = retry, last.byte < name.count {
        retry = (last.token, last.byte + 1)
        (token, byte) = (last.token + 1, last.byte + 1)
      } else {
        return false
      }
    }
  }

  private func accepts(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let wanted): wanted == byte
    case .any: true
    case .set(let set): set.contains(byte)
    case .star, .never: false
    }
  }
}
