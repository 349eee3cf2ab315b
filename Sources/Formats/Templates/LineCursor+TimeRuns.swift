import SourceText
import Transcript

private let timeBytes = ByteSet("0123456789:;.,OolI-")

/// What may stand before a time or behind it: brackets of any script, emphasis, backslashes.
enum EnclosingMarks {
  case opening, closing

  var bytes: ByteSet { self == .opening ? openers : closers }

  func contain(_ sign: Sign) -> Bool {
    switch sign {
    case .opening: self == .opening
    case .closing: self == .closing
    default: false
    }
  }
}

private let openers = ByteSet("([{<\\*_\"")
private let closers = ByteSet(")]}>\\*_\"")

/// Stretches that look like a time, and the marks that may enclose one.
extension LineCursor {
  /// Where the bytes from a place on end that a time, or somebody's slip at one, consists of.
  ///
  /// - Parameter withBlanks: whether blanks may stand in it: between brackets they are a slip, elsewhere they end it. A
  ///   blank behind a colon and before a digit, `17: 10`, is one either way.
  func timeEnd(from start: Int, upTo end: Int, withBlanks: Bool) -> Int {
    var at = start
    while at < end {
      let byte = self[at]
      if timeBytes.contains(byte) {
        at += 1
      } else if isSpace(byte) {
        guard withBlanks || at > start && isColon(self[at - 1]) else { return at }
        var next = at + 1
        while next < end, isSpace(self[next]) { next += 1 }
        guard next < end, isDigit(self[next]) || withBlanks && (isColon(self[next]) || closers.contains(self[next]))
        else { return at }
        at = next
      } else if byte >= 0x80, let found = sign(at: at, upTo: end), found.sign.isOfTime {
        at += found.length
      } else {
        break
      }
    }
    return at
  }

  /// Where such a stretch begins that ends at a place.
  func timeStart(endingAt end: Int, downTo start: Int, withBlanks: Bool) -> Int {
    var at = end
    while at > start {
      let byte = self[at - 1]
      if timeBytes.contains(byte) || withBlanks && isSpace(byte) {
        at -= 1
      } else if byte >= 0x80, let found = sign(before: at, downTo: start), found.sign.isOfTime {
        at -= found.length
      } else {
        break
      }
    }
    return at
  }

  /// Whether a stretch is a time for certain: `m:ss`, `mm:ss`, `h:mm:ss` or `hh:mm:ss`, perhaps with decimals. Nearly all times
  /// are, so most are not read twice; what is not may be a time nonetheless.
  func isPlainTime(_ range: Range<Int>) -> Bool {
    plainTimeEnd(from: range.lowerBound, upTo: range.upperBound) == range.upperBound
  }

  /// Where the plain time ends that begins at a place; nil where none does, and where a digit or a mark such as times have stands
  /// right behind it, as in `0:12:`.
  ///
  /// - Parameter trailingMarks: whether such marks may stand behind it, as the field may be closed by one.
  func plainTimeEnd(from start: Int, upTo end: Int, trailingMarks: Bool = false) -> Int? {
    let bytes = self[start..<end].base
    var index = start
    var fields = 0
    while true {
      let first = index
      while index < end, isDigit(bytes[index]) { index &+= 1 }
      let digits = index &- first
      // Behind a colon stand two digits, and the first of them is at most 5.
      guard fields == 0 ? digits == 1 || digits == 2 : digits == 2 && bytes[first] <= UInt8(ascii: "5") else {
        return nil
      }
      fields &+= 1
      guard fields < 3, index &+ 1 < end, bytes[index] == UInt8(ascii: ":"), isDigit(bytes[index &+ 1]) else { break }
      index &+= 1
    }
    guard fields > 1 else { return nil }
    if index &+ 1 < end, isDecimalMark(bytes[index]), isDigit(bytes[index &+ 1]) {
      let mark = index
      index &+= 1
      while index < end, isDigit(bytes[index]) { index &+= 1 }
      guard index - mark <= 10 else { return nil }
    }
    guard index < end, isOfPlainTime(bytes[index]) else { return index }
    guard trailingMarks else { return nil }
    var behind = index
    while behind < end, isOfPlainTime(bytes[behind]) {
      if isDigit(bytes[behind]) { return nil }
      behind &+= 1
    }
    return index
  }

  private func isDecimalMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  private func isOfPlainTime(_ byte: UInt8) -> Bool { (0x30...0x3A).contains(byte) || isDecimalMark(byte) }

  /// Behind the brackets, emphasis and backslashes at a place that open something, or close it.
  func marksEnd(_ marks: EnclosingMarks, from start: Int, upTo end: Int) -> Int {
    var at = start
    while at < end, at - start < Self.mostMarks {
      if marks.bytes.contains(self[at]) {
        at += 1
      } else if self[at] >= 0x80, let found = sign(at: at, upTo: end), marks.contain(found.sign) {
        at += found.length
      } else {
        break
      }
    }
    return at
  }

  /// Before such marks that end at a place.
  func marksStart(_ marks: EnclosingMarks, endingAt end: Int, downTo start: Int) -> Int {
    var at = end
    while at > start, end - at < Self.mostMarks {
      if marks.bytes.contains(self[at - 1]) {
        at -= 1
      } else if self[at - 1] >= 0x80, let found = sign(before: at, downTo: start), marks.contain(found.sign) {
        at -= found.length
      } else {
        break
      }
    }
    return at
  }

  /// How many bytes of brackets and emphasis may enclose a time: `\*\*[[`.
  private static let mostMarks = 12

  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  func isColon(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") }

  /// Behind the marks of a list or a quotation that a line begins with, and the blanks behind them: `- `, `> `, `• `.
  func listMarksEnd(from start: Int, upTo end: Int) -> Int {
    var at = start
    for _ in 0..<3 {
      guard at < end else { return at }
      var behind = at
      switch self[at] {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): behind = at + 1
      case UInt8(ascii: ">"):
        at = bareStart((at + 1)..<end)
        continue
      case UInt8(ascii: "#"): while behind < end, self[behind] == UInt8(ascii: "#") { behind += 1 }
      case 0xE2 where begins(at..<end, with: "•"): behind = at + 3
      default: return at
      }
      guard behind < end, isSpace(self[behind]) else { return at }
      at = bareStart(behind..<end)
    }
    return at
  }

  /// Behind the emphasis that begins at a place: `**`, `__`, `*`, `_`.
  func emphasisEnd(from start: Int, upTo end: Int) -> Int {
    var at = start
    while at < end, at - start < 3, self[at] == UInt8(ascii: "*") || self[at] == UInt8(ascii: "_") { at += 1 }
    return at
  }

  func emphasisStart(endingAt end: Int, downTo start: Int) -> Int {
    var at = end
    while at > start, end - at < 3, self[at - 1] == UInt8(ascii: "*") || self[at - 1] == UInt8(ascii: "_") { at -= 1 }
    return at
  }
}

extension Sign {
  fileprivate var isOfTime: Bool {
    switch self {
    case .colon, .digit, .direction, .nothing: true
    default: false
    }
  }
}
