import SourceText
import Transcript

/// An item of `transcript:` as programs write it: a key of items on each line, each once, in the column of the first, with a
/// value that ends on its line.
///
/// Nearly all items are like this, and YAML reads such a one in only one way. So it is found byte by byte, without the levels
/// and states of `YAMLReader`; where it is written in any other way, nothing is found here and `YAMLReader` decides.
struct TidyItem {
  private struct Pair {
    var name: ItemKey
    var key: Range<Int>
    /// Without its quotes.
    var value: Range<Int>
    var quoting: Quoting
  }

  /// Takes the lines of the item and describes it; takes nothing where the item is not tidy.
  ///
  /// - Parameter dash: the column of the dashes of the list.
  static func read(_ lines: inout LineCursor, dash: Int, into block: inout BlockBuilder) -> ItemKeys? {
    withUnsafeTemporaryAllocation(of: Pair.self, capacity: ItemKeys.count) { pairs -> ItemKeys? in
      var keys: ItemKeys = []
      var count = 0
      // What stands behind the item must begin another one, or end the front matter.
      while let line = lines.peek(count), !(count > 0 && lines.endsItem(line, dash)) {
        guard let pair = pair(in: line, dash, isFirst: count == 0, lines), keys.insert(ItemKeys(pair.name)).inserted
        else {
          return nil
        }
        pairs.initializeElement(at: count, to: pair)
        count += 1
      }
      guard lines.peek(count) != nil else { return nil }
      for pair in pairs[..<count] {
        lines.next()
        block.add(.key, pair.key)
        block.add(pair.name.kind, pair.value, pair.quoting)
        block.judge(pair.name.kind, pair.value, pair.quoting, lines)
      }
      return keys
    }
  }

  /// The key and the value of a line: `- line: Words.` or `  sec: 4`.
  private static func pair(in line: Range<Int>, _ dash: Int, isFirst: Bool, _ lines: LineCursor) -> Pair? {
    let start = line.lowerBound + dash + 2
    guard start + 6 <= line.upperBound, lines.isBlank(line.lowerBound..<(start - 2)),
      lines[start - 2] == (isFirst ? UInt8(ascii: "-") : 0x20), lines[start - 1] == 0x20
    else { return nil }
    var colon = start
    while colon < line.upperBound - 2, lines[colon] != UInt8(ascii: ":") {
      guard colon - start < longestKey else { return nil }
      colon += 1
    }
    let value = (colon + 2)..<line.upperBound
    guard !value.isEmpty, lines[colon] == UInt8(ascii: ":"), lines[colon + 1] == 0x20,
      let name = lines.itemKey(start..<colon), let (range, quoting) = scalar(value, lines)
    else { return nil }
    return Pair(name: name, key: start..<colon, value: range, quoting: quoting)
  }

  /// In bytes: `header`.
  private static let longestKey = 6

  /// A value that fills the rest of a line and is a text beyond doubt.
  private static func scalar(_ value: Range<Int>, _ lines: LineCursor) -> (Range<Int>, Quoting)? {
    let inside = value.dropFirst().dropLast()
    switch lines[value.lowerBound] {
    case UInt8(ascii: "'"):
      guard value.count > 1, lines[inside.upperBound] == UInt8(ascii: "'"), isSingle(inside, lines) else { return nil }
      return (inside, .single)
    case UInt8(ascii: "\""):
      guard value.count > 1, lines[inside.upperBound] == UInt8(ascii: "\""), isDouble(inside, lines) else { return nil }
      return (inside, .double)
    case let first where isAlphanumeric(first):
      return isPlain(value, lines) ? (value, .plain) : nil
    default: return nil
    }
  }

  /// Whether all quotes inside are doubled.
  private static func isSingle(_ range: Range<Int>, _ lines: LineCursor) -> Bool {
    let quote = UInt8(ascii: "'")
    var index = range.lowerBound
    while let stop = lines.first(quote, quote, in: index..<range.upperBound) {
      if lines[stop] == quote {
        guard stop + 1 < range.upperBound, lines[stop + 1] == quote else { return false }
        index = stop + 2
      } else {
        guard let behind = endOfLetters(stop, range.upperBound, lines) else { return false }
        index = behind
      }
    }
    return true
  }

  private static func isDouble(_ range: Range<Int>, _ lines: LineCursor) -> Bool {
    var index = range.lowerBound
    while let stop = lines.first(UInt8(ascii: "\""), UInt8(ascii: "\\"), in: index..<range.upperBound) {
      guard lines[stop] >= 0x80, let behind = endOfLetters(stop, range.upperBound, lines) else { return false }
      index = behind
    }
    return true
  }

  /// Whether no colon ends a key, no hash begins a comment, and no blank stands at the end.
  private static func isPlain(_ range: Range<Int>, _ lines: LineCursor) -> Bool {
    if lines.isSpace(lines[range.upperBound - 1]) { return false }
    var index = range.lowerBound
    while let stop = lines.first(UInt8(ascii: ":"), UInt8(ascii: "#"), in: index..<range.upperBound) {
      switch lines[stop] {
      case UInt8(ascii: ":"):
        guard stop + 1 < range.upperBound, !lines.isSpace(lines[stop + 1]), lines[stop + 1] < 0x80 else { return false }
        index = stop + 1
      case UInt8(ascii: "#"):
        guard lines[stop - 1] > 0x20, lines[stop - 1] < 0x80 else { return false }
        index = stop + 1
      default:
        guard let behind = endOfLetters(stop, range.upperBound, lines) else { return false }
        index = behind
      }
    }
    return true
  }

  /// Behind the letters that are no ASCII from an offset on; nil where one of them may be a line separator of Unicode.
  private static func endOfLetters(_ offset: Int, _ end: Int, _ lines: LineCursor) -> Int? {
    var index = offset
    while index < end, lines[index] >= 0x80 {
      // NEL, U+2028 and U+2029.
      if lines[index] == 0xC2, index + 1 < end, lines[index + 1] == 0x85 { return nil }
      if lines[index] == 0xE2, index + 2 < end, lines[index + 1] == 0x80, lines[index + 2] & 0xFE == 0xA8 { return nil }
      index += 1
    }
    return index
  }
}

extension LineCursor {
  /// Whether a line begins the next item of a list, or ends the front matter.
  fileprivate func endsItem(_ line: Range<Int>, _ dash: Int) -> Bool {
    guard line.count >= dash + 3 else { return false }
    if line.count == 3, isWord(line, "---") { return true }
    let place = line.lowerBound + dash
    return isBlank(line.lowerBound..<place) && self[place] == UInt8(ascii: "-") && self[place + 1] == 0x20
      && self[place + 2] > 0x20
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
