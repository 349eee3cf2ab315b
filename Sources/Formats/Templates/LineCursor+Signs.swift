import SourceText
import Transcript

/// Marks of any script in the frame of a segment.
extension LineCursor {
  /// What stands at a place that is no ASCII, and how many bytes it has.
  func sign(at offset: Int, upTo end: Int) -> (sign: Sign, length: Int)? {
    guard offset < end, Sign.mayBegin(with: self[offset]) else { return nil }
    let length = self[offset] < 0xE0 ? 2 : 3
    guard offset + length <= end else { return nil }
    var scalar = UInt32(self[offset]) & (length == 2 ? 0x1F : 0x0F)
    for index in (offset + 1)..<(offset + length) {
      guard self[index] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(self[index] & 0x3F)
    }
    return Sign(scalar).map { ($0, length) }
  }

  /// What ends at a place and is no ASCII.
  func sign(before offset: Int, downTo start: Int) -> (sign: Sign, length: Int)? {
    guard offset > start, self[offset - 1] & 0xC0 == 0x80 else { return nil }
    for length in 2...3 where offset - length >= start && self[offset - length] >= 0xC0 {
      return sign(at: offset - length, upTo: offset).flatMap { $0.length == length ? $0 : nil }
    }
    return nil
  }

  /// The next line as far as something of it can be said.
  mutating func nextSpoken() -> Range<Int>? {
    next().map { spoken(withoutByteOrderMark($0)) }
  }

  /// A stretch without what cannot be seen at both ends: blanks of any width, marks of direction.
  func bare(_ range: Range<Int>) -> Range<Int> {
    let start = bareStart(range)
    return start..<bareEnd(start..<range.upperBound)
  }

  /// A stretch without the blanks and marks of direction at its ends. Other blanks, and characters without width that have
  /// no business there, stay with what was said.
  func spoken(_ range: Range<Int>) -> Range<Int> {
    let start = spokenStart(range)
    return start..<spokenEnd(start..<range.upperBound)
  }

  /// Where a stretch begins to be seen.
  func bareStart(_ range: Range<Int>) -> Int { start(of: range, behind: { $0.isUnseen }) }

  /// Behind what can be seen of a stretch.
  func bareEnd(_ range: Range<Int>) -> Int { end(of: range, before: { $0.isUnseen }) }

  func spokenStart(_ range: Range<Int>) -> Int { start(of: range, behind: { $0 == .direction }) }

  func spokenEnd(_ range: Range<Int>) -> Int { end(of: range, before: { $0 == .direction }) }

  /// Behind the blanks of ASCII and some signs at the beginning of a stretch.
  @inline(__always)
  private func start(of range: Range<Int>, behind isPassed: (Sign) -> Bool) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      if isSpace(self[start]) {
        start += 1
      } else if self[start] >= 0x80, let found = sign(at: start, upTo: range.upperBound), isPassed(found.sign) {
        start += found.length
      } else {
        break
      }
    }
    return start
  }

  /// Before the same at its end.
  @inline(__always)
  private func end(of range: Range<Int>, before isPassed: (Sign) -> Bool) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      if isSpace(self[end - 1]) {
        end -= 1
      } else if self[end - 1] >= 0x80, let found = sign(before: end, downTo: range.lowerBound), isPassed(found.sign) {
        end -= found.length
      } else {
        break
      }
    }
    return end
  }

  /// The mark of ASCII that a character is or stands for, and how many bytes it has; nil for what is no mark.
  func mark(at offset: Int, upTo end: Int) -> (byte: UInt8, length: Int)? {
    guard offset < end else { return nil }
    if self[offset] < 0x80 { return (self[offset], 1) }
    return sign(at: offset, upTo: end).flatMap { found in found.sign.ascii.map { ($0, found.length) } }
  }

  /// The same for the character that ends at a place.
  func mark(before offset: Int, downTo start: Int) -> (byte: UInt8, length: Int)? {
    guard offset > start else { return nil }
    if self[offset - 1] < 0x80 { return (self[offset - 1], 1) }
    return sign(before: offset, downTo: start).flatMap { found in found.sign.ascii.map { ($0, found.length) } }
  }

  /// Where `marks` end that begin at a place, in any script and with any blanks where they have some; nil where others
  /// stand there.
  func end(of marks: some RandomAccessCollection<UInt8>, at offset: Int, upTo end: Int) -> Int? {
    var at = offset
    for byte in marks {
      if isSpace(byte) {
        while at < end, isSpace(self[at]) { at += 1 }
      } else if at < end, self[at] == byte {
        at += 1
      } else if byte < 0x80, at < end, self[at] >= 0x80, let found = mark(at: at, upTo: end), found.byte == byte {
        at += found.length
      } else {
        return nil
      }
    }
    return at
  }

  /// Where the longest end of `marks` ends that begins at a place; the place where none does.
  func end(ofRest marks: Marks, at offset: Int, upTo end: Int) -> Int {
    for index in marks.indices.dropFirst() {
      if let behind = self.end(of: marks[index...], at: offset, upTo: end) { return behind }
    }
    return offset
  }

  /// Where the longest beginning of `marks` begins that ends at a place.
  func start(ofRest marks: Marks, endingAt offset: Int, downTo start: Int) -> Int {
    for count in (1...max(1, marks.count)).reversed() where count <= marks.count {
      if let ahead = self.start(of: marks[..<count], endingAt: offset, downTo: start) { return ahead }
    }
    return offset
  }

  /// Where `marks` begin that end at a place.
  func start(of marks: some RandomAccessCollection<UInt8>, endingAt offset: Int, downTo start: Int) -> Int? {
    var at = offset
    for byte in marks.reversed() {
      if isSpace(byte) {
        while at > start, isSpace(self[at - 1]) { at -= 1 }
      } else if at > start, self[at - 1] == byte {
        at -= 1
      } else if byte < 0x80, at > start, self[at - 1] >= 0x80, let found = mark(before: at, downTo: start),
        found.byte == byte
      {
        at -= found.length
      } else {
        return nil
      }
    }
    return at
  }
}

extension Sign {
  /// Whether it is a blank, or less.
  fileprivate var isUnseen: Bool {
    switch self {
    case .blank, .direction, .nothing: true
    default: false
    }
  }
}
