/// The kinds of characters that a text contains. Rules use them to skip texts that cannot concern them.
///
/// One pass over the bytes finds all signs, so that a rule is not even called for the many texts that have nothing for
/// it.
struct Signs: OptionSet, Sendable {
  let rawValue: UInt32

  /// Any character.
  static let text = Signs(rawValue: 1 << 0)
  /// Two blanks or tabs in a row.
  static let doubleBlank = Signs(rawValue: 1 << 1)
  /// A blank before `.`, `,`, `;`, `:`, `?` or `!`, or a line that begins with `.`, `,` or `;`.
  static let blankBeforeMark = Signs(rawValue: 1 << 2)
  /// A letter right behind `.`, `,`, `;`, `?`, `!` or a bracket.
  static let markBeforeLetter = Signs(rawValue: 1 << 3)
  /// A round or square bracket.
  static let bracket = Signs(rawValue: 1 << 4)
  /// `"`.
  static let quote = Signs(rawValue: 1 << 5)
  /// `'`.
  static let apostrophe = Signs(rawValue: 1 << 6)
  /// A non-ASCII character or a control character.
  static let unusual = Signs(rawValue: 1 << 7)
  /// `??`, `?!`, `!!`.
  static let doubleMark = Signs(rawValue: 1 << 8)
  /// `--`, or a hyphen behind a blank.
  static let dash = Signs(rawValue: 1 << 9)
  /// `..`.
  static let dots = Signs(rawValue: 1 << 10)
  /// A character that may begin something other than prose: code, a link, an address.
  static let shield = Signs(rawValue: 1 << 11)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else {
      self = []
      return
    }
    var found: UInt32 = 0
    classes.withUnsafeBufferPointer { classes in
      pairs.withUnsafeBufferPointer { pairs in
        var before = Int(Class.newline.rawValue)
        for byte in bytes {
          let own = Int(classes[Int(byte)])
          found |= pairs[before << 4 | own]
          before = own
        }
      }
    }
    self.init(rawValue: found | Signs.text.rawValue)
  }
}

/// Bytes that mean the same for all signs. There may be at most sixteen classes.
private enum Class: UInt8, CaseIterable {
  case other, letter, blank, newline, stop, comma, question, colon, openBracket, closeBracket, quote, apostrophe, dash
  case high, slash, shield

  init(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09: self = .blank
    case 0x0A, 0x0D: self = .newline
    case 0x00..<0x20, 0x7F...: self = .high
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case UInt8(ascii: "."): self = .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"): self = .comma
    case UInt8(ascii: "?"), UInt8(ascii: "!"): self = .question
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "("), UInt8(ascii: "["): self = .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closeBracket
    case UInt8(ascii: "\""): self = .quote
    case UInt8(ascii: "'"): self = .apostrophe
    case UInt8(ascii: "-"): self = .dash
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "`"), UInt8(ascii: "@"), UInt8(ascii: "<"): self = .shield
    default: self = .other
    }
  }
}

private func signs(of before: Class, _ own: Class) -> Signs {
  var signs: Signs = []
  switch own {
  case .quote: signs.insert(.quote)
  case .apostrophe: signs.insert(.apostrophe)
  case .high: signs.insert(.unusual)
  case .shield: signs.insert(.shield)
  case .openBracket, .closeBracket: signs.insert(.bracket)
  default: break
  }
  switch (before, own) {
  case (.blank, .blank): signs.insert(.doubleBlank)
  case (.blank, .stop), (.blank, .comma), (.blank, .question), (.blank, .colon), (.newline, .stop), (.newline, .comma):
    signs.insert(.blankBeforeMark)
  case (.stop, .letter), (.comma, .letter), (.question, .letter), (.closeBracket, .letter):
    signs.insert(.markBeforeLetter)
  case (.question, .question): signs.insert(.doubleMark)
  case (.blank, .dash), (.dash, .dash): signs.insert(.dash)
  case (.stop, .stop): signs.insert(.dots)
  // `https://`, `example.org/page`, `](page.html)`.
  case (.letter, .slash), (.colon, .slash), (.closeBracket, .openBracket): signs.insert(.shield)
  default: break
  }
  // `www.example.org`, `README.md`.
  if before == .stop, own == .letter { signs.insert(.shield) }
  return signs
}

private let classes: [UInt8] = (0...255).map { Class($0).rawValue }
private let pairs: [UInt32] = Class.allCases.flatMap { before in
  Class.allCases.map { signs(of: before, $0).rawValue }
}
