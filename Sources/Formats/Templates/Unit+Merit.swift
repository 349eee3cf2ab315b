import SourceText

/// Which form of a notation explains a segment best.
extension Template.Unit {
  /// How many fields were found, and then how many of them are as they should be.
  var merit: Int {
    Self.merit(id != nil) + Self.merit(time != nil, time?.fault == nil) + Self.merit(end != nil, end?.fault == nil)
      + Self.merit(timeInWords != nil) + Self.merit(label != nil, label?.fault == nil)
  }

  /// What a segment can have at most.
  static func mostMerit(of notation: Notation) -> Int { notation.fieldCount * merit(true) }

  private static func merit(_ isFound: Bool, _ isHealthy: Bool = true) -> Int { isFound ? isHealthy ? 9 : 8 : 0 }
}

extension Template {
  /// Whether what was said ends a segment, so that it can go on over several lines.
  var endsWithText: Bool { lines.last.map { $0.tail.isEmpty } ?? false }

  /// Whether a line that begins with a byte can begin a segment, damaged or not.
  func mayBegin(with byte: UInt8) -> Bool {
    guard let first = slots[anchorLine.slots].first, let mark = first.before.first, mark < 0x80 else { return true }
    return byte == mark || byte >= 0x80 || openers.contains(byte) || (0x30...0x39).contains(byte)
  }
}

private let openers = ByteSet("([{<\\*_>-+#\"")
