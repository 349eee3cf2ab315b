import SourceText
import Transcript

/// How a path is written at its place in a text.
enum LinkSpelling: Equatable {
  /// As the destination of a link in Markdown.
  ///
  /// Source: CommonMark 0.31, 6.3, "Links"; RFC 3986, 2.1.
  case markdown(inAngles: Bool)
  /// As a value of metadata, which is the path itself.
  case value

  /// The path that is written; nil where it is no relative path: empty, absolute, or with a scheme.
  func path(_ written: some Collection<UInt8>) -> RelativePath? {
    guard (1...MarkdownLinks.longest).contains(written.count), let first = written.first, first != Self.slash else {
      return nil
    }
    if self != .value, Self.hasScheme(written) { return nil }
    var steps: [RelativePath.Step] = []
    var pieces = written.split(separator: Self.slash, omittingEmptySubsequences: false)
    let endsWithSlash = pieces.last?.isEmpty ?? false
    if endsWithSlash { pieces.removeLast() }
    for piece in pieces {
      guard let name = name(piece), !name.isEmpty, !name.utf8.contains(Self.slash), !name.utf8.contains(0) else {
        return nil
      }
      steps.append(RelativePath.Step(spelling: Array(piece), name: name))
    }
    return RelativePath(steps: steps, endsWithSlash: endsWithSlash)
  }

  /// A name as it is written here.
  ///
  /// - Parameter path: what stood here before, whose way of writing is kept.
  func spell(_ name: String, like path: RelativePath) -> [UInt8] {
    guard case .markdown(let inAngles) = self else { return Array(name.utf8) }
    let isEscaped = path.steps.contains { $0.spelling.contains(Self.percent) }
    let escapesLetters = path.steps.contains { step in
      step.spelling.contains(Self.percent) && step.name.utf8.contains { $0 >= 0x80 }
        && !step.spelling.contains { $0 >= 0x80 }
    }
    return name.utf8.flatMap { byte in
      let isPlain =
        byte >= 0x80
        ? !escapesLetters : inAngles && !isEscaped ? Self.inAngles.contains(byte) : Self.everywhere.contains(byte)
      return isPlain ? [byte] : [Self.percent, Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
    }
  }

  /// What is written without change in any destination, also where that stands in a value of metadata.
  private static let everywhere = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$*+,;=@")
  /// The same between angle brackets.
  private static let inAngles = ByteSet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$*+,;=@ ()[]{}|^:")
  private static let slash = UInt8(ascii: "/")
  private static let percent = UInt8(ascii: "%")
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What a piece between slashes means; nil where that is no text.
  private func name(_ piece: some Collection<UInt8>) -> String? {
    let piece = Array(piece)
    guard self != .value else { return Self.text(piece) }
    var name: [UInt8] = []
    var at = 0
    while at < piece.count {
      let (meant, length) = Self.escape(in: piece, at: at) ?? ([piece[at]], 1)
      name += meant
      at += length
    }
    return Self.text(name)
  }

  /// What an escape stands for, and how long it is; nil where none begins.
  private static func escape(in bytes: [UInt8], at start: Int) -> (meant: [UInt8], length: Int)? {
    switch bytes[start] {
    case Ascii.backslash:
      guard start + 1 < bytes.count, MarkdownLinks.isPunctuation(bytes[start + 1]) else { return nil }
      return ([bytes[start + 1]], 2)
    case percent:
      guard start + 2 < bytes.count, let high = Ascii.hexadecimalValue(bytes[start + 1]),
        let low = Ascii.hexadecimalValue(bytes[start + 2])
      else { return nil }
      return ([high << 4 | low], 3)
    case UInt8(ascii: "&"):
      guard let end = bytes[start...].prefix(CharacterReference.longest + 2).firstIndex(of: UInt8(ascii: ";")),
        let meant = CharacterReference.decoded(bytes[(start + 1)..<end])
      else { return nil }
      return (meant, end + 1 - start)
    default: return nil
    }
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } == nil ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Source: RFC 3986, 3.1.
  private static func hasScheme(_ written: some Collection<UInt8>) -> Bool {
    guard let colon = written.firstIndex(of: Ascii.colon), let first = written.first, Ascii.isLetter(first) else {
      return false
    }
    return written[..<colon].allSatisfy { Ascii.isLetter($0) || Ascii.isDigit($0) || ByteSet("+-.").contains($0) }
  }
}
