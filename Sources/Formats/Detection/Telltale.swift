import Transcript

/// Something in a line with a time that no transcript has in many of its lines.
enum Telltale {
  /// `<nick>`, `-!-`, `***`, `From Nadia to Everyone`, and AM or PM behind the time.
  case chat
  /// A name in lower case with a colon, as in `10:05 mira: hello`; transcripts have it, too.
  case nickname
  /// `INFO` and its like.
  case log
  /// Another time in the text.
  case table

  private static let chatWords: [StaticString] = ["-!-", "***", "<--", "AM", "PM", "a.m.", "p.m."]
  private static let levels: [StaticString] = [
    "INFO", "WARN", "WARNING", "ERROR", "DEBUG", "TRACE", "FATAL", "NOTICE", "CRITICAL", "VERBOSE",
  ]

  init?(_ unit: Template.Unit, _ lines: LineCursor) {
    let text = unit.label?.name ?? unit.words
    guard let first = text.first else { return nil }
    let word = text.prefix(40).prefix { !lines.isSpace(lines[$0]) }
    let said = unit.words.prefix(40).prefix { !lines.isSpace(lines[$0]) }
    if Self.isNickname(unit.words, lines) || Self.isAddressed(text, word, isLabel: unit.label != nil, lines)
      || Self.chatWords.contains(where: { lines.isWord(word, $0) || lines.isWord(said, $0) })
    {
      self = .chat
    } else if Self.isLevel(word, lines) {
      self = .log
    } else if Self.holdsTime(unit.words.prefix(200), lines) {
      self = .table
    } else if (0x61...0x7A).contains(lines[first]),
      unit.label != nil && word == text
        || word.last.map({ lines[$0] == UInt8(ascii: ":") }) == true
    {
      self = .nickname
    } else {
      return nil
    }
  }

  /// `<nick>` and a blank, perhaps with a mark of rank; `<v Nadia>` and `<i>` belong to captions.
  private static func isNickname(_ text: Range<Int>, _ lines: LineCursor) -> Bool {
    guard lines.begins(text, with: "<") else { return false }
    let inner = lines.trimmed(text.dropFirst().prefix(40).prefix { lines[$0] != UInt8(ascii: ">") })
    let behind = inner.upperBound + 1
    return !inner.isEmpty && !inner.contains { lines.isSpace(lines[$0]) } && behind < text.upperBound
      && lines[inner.upperBound] == UInt8(ascii: ">") && lines.isSpace(lines[behind])
  }

  /// `From Nadia to Everyone`, `From  Nadia :`, as the chat of a meeting has it.
  private static func isAddressed(_ text: Range<Int>, _ word: Range<Int>, isLabel: Bool, _ lines: LineCursor) -> Bool {
    guard lines.isWord(word, "From") else { return false }
    if isLabel { return true }
    let rest = text.dropFirst(4).prefix(120)
    return rest.contains { at in
      let tail = at..<rest.upperBound
      return lines.begins(tail, with: " to ") || lines.begins(tail, with: " :")
    }
  }

  /// `INFO`, `[INFO]`, `INFO:`.
  private static func isLevel(_ word: Range<Int>, _ lines: LineCursor) -> Bool {
    func isLetter(_ offset: Int) -> Bool { (0x41...0x5A).contains(lines[offset]) }
    let bare = word.drop { !isLetter($0) }
    let end = bare.prefix(while: isLetter).endIndex
    guard word.count - bare.count <= 1, word.upperBound - end <= 2 else { return false }
    return levels.contains { lines.isWord(bare.lowerBound..<end, $0) }
  }

  /// A digit, a colon and two digits.
  private static func holdsTime(_ text: Range<Int>, _ lines: LineCursor) -> Bool {
    func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(lines[offset]) }
    var rest = text.dropFirst().dropLast(2)
    let bytes = lines[text].base
    while let colon = bytes.first(":", ":", ":", in: rest) {
      if isDigit(colon - 1), isDigit(colon + 1), isDigit(colon + 2) { return true }
      rest = (colon + 1)..<rest.upperBound
    }
    return false
  }
}
