import SourceText
import Transcript

/// Neighbouring segments that each say nearly the same as the one before; a header may stand between them.
struct Repeats {
  /// By their blocks; at least two.
  var segments: [Int]
  /// Whether all of them say exactly the same.
  var areExact: Bool
}

/// Characters that may begin a tag or a reference in the text of a cue.
private let cueMarks = ByteSet("<&{")

extension Reading {
  /// The runs of segments that repeat each other. Music and other sounds may do that.
  ///
  /// - Parameter reads: called for each segment whose words are read.
  func repeats(reads: (Int) -> Void) -> [Repeats] {
    var repeats: [Repeats] = []
    let rows = episode.rows
    var above: Int?
    for index in rows.indices where rows[index].words > 0 {
      defer { above = index }
      // Most neighbours differ in the number of words or in the first letter, so this test is enough.
      guard let above, rows[above].words == rows[index].words,
        rows[above].opening & 0xDF == rows[index].opening & 0xDF
      else { continue }
      reads(above)
      reads(index)
      guard let likeness = likeness(of: index, to: above) else { continue }
      if repeats.last?.segments.last == above {
        repeats[repeats.count - 1].segments.append(index)
        if likeness == .near { repeats[repeats.count - 1].areExact = false }
      } else {
        repeats.append(Repeats(segments: [above, index], areExact: likeness == .exact))
      }
    }
    return repeats
  }

  /// Whether two segments say exactly the same.
  func saysSame(_ first: Int, as second: Int) -> Bool {
    episode.rows[first].words == episode.rows[second].words && likeness(of: first, to: second) == .exact
  }

  /// Whether the segment above or below says exactly the same.
  func isRepeated(_ index: Int) -> Bool {
    func hasWords(_ other: Int) -> Bool { episode.rows[other].words > 0 }
    let above = episode.rows.indices[..<index].last(where: hasWords)
    let below = episode.rows.indices[(index + 1)...].first(where: hasWords)
    return above.map { saysSame($0, as: index) } ?? false || below.map { saysSame(index, as: $0) } ?? false
  }

  private enum Likeness { case near, exact }

  /// How similar two segments with the same number of words are; nil if they are not, or if they are music or a sound.
  private func likeness(of first: Int, to second: Int) -> Likeness? {
    guard beginAlike(first, second), kind(of: first) == .segment, kind(of: second) == .segment else { return nil }
    // Nearly all words are ASCII and need no decoding.
    if let one = plainWords(of: first), let other = plainWords(of: second) {
      return isSound(one) ? nil : likeness(of: one, to: other) { $0.significant.elementsEqual($1.significant) }
    }
    guard let one = string(.words, of: first), let other = string(.words, of: second), !one.isSound else { return nil }
    return likeness(
      of: one.split(whereSeparator: \.isWhite), to: other.split(whereSeparator: \.isWhite)
    ) { folded($0) == folded($1) }
  }

  private func likeness<Word: Equatable>(
    of words: [Word], to others: [Word], isAlike: (Word, Word) -> Bool
  ) -> Likeness? {
    guard words.count == others.count else { return nil }
    if words == others { return .exact }
    var different = 0
    for (word, other) in zip(words, others) where word != other && !isAlike(word, other) {
      different += 1
      if different * 6 > words.count { return nil }
    }
    return .near
  }

  /// The words of a segment that is ASCII and needs no decoding; nil for any other. A folded value is allowed, since
  /// line ends only separate words.
  private func plainWords(of block: Int) -> [ArraySlice<UInt8>]? {
    guard let part = part(.words, of: block), part.quoting != .other else { return nil }
    let bytes = text.bytes[range(of: part, in: block)]
    let decoded: UInt8? =
      part.quoting == .single ? UInt8(ascii: "'") : part.quoting == .double ? UInt8(ascii: "\\") : nil
    if part.quoting.isCue, bytes.contains(where: cueMarks.contains) { return nil }
    return bytes.allSatisfy { $0 < 0x80 && $0 != decoded } ? bytes.split { $0 <= 0x20 } : nil
  }

  /// Whether the words stand in a single pair of brackets.
  private func isSound(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard let open = words.first?.first, let close = words.last?.last else { return false }
    let isPair =
      open == UInt8(ascii: "[") && close == UInt8(ascii: "]") || open == UInt8(ascii: "(") && close == UInt8(ascii: ")")
    return isPair && words.reduce(0) { $0 + $1.count { $0 == close } } == 1
  }
}

extension Reading {
  /// Whether the first twelve letters and digits of two segments are the same. This test rules out most segments before
  /// anything is decoded.
  fileprivate func beginAlike(_ first: Int, _ second: Int) -> Bool {
    guard let one = range(.words, of: first), let other = range(.words, of: second) else { return false }
    return zip(text.bytes[one].significant, text.bytes[other].significant).prefix(12).allSatisfy(==)
  }
}

/// Letters and digits in lower case, without what stands between them.
private func folded(_ word: Substring) -> String {
  word.filter { $0.isLetter || $0.isNumber }.lowercased()
}

extension String {
  /// Whether this is `[Music]`, `(laughter)`, or a line of a song.
  fileprivate var isSound: Bool {
    contains("♪") || contains("♫") || isOnly("[", "]") || isOnly("(", ")")
  }

  /// Whether the text stands in a single pair of brackets.
  private func isOnly(_ open: Character, _ close: Character) -> Bool {
    first == open && last == close && firstIndex(of: close) == index(before: endIndex)
  }
}
