import SourceText
import Transcript

extension Rule {
  /// Reports characters that are invisible or cannot be told from others: a zero-width space, a soft hyphen, a control
  /// character, a Cyrillic letter in a Latin word.
  ///
  /// Left alone: joiners in emoji and in scripts that need them, marks of writing direction in right-to-left scripts,
  /// and non-breaking blanks where typography wants them (`10 km`, before `?` and `»` in French).
  static let invisibleCharacter = Rule(
    "invisible-character", .warning, fix: .safe,
    summary: "The text contains a character that is invisible or looks like another one.",
    why: "A search does not find a word that contains it, and programs may fail on it.",
    looks: .atPassage(.unusual, reportInvisible),
    .atBlock { reading, block, report in
      reading.forEachUnusualValue(of: block) { reportInvisible(in: $0, &report) }
    })
}

@Sendable
private func reportInvisible(in passage: Passage, _ report: inout Report) {
  // The damaged ranges (see `Mojibake`) that have not been passed yet.
  lazy var damaged = passage.mojibake.map(\.range)[...]
  passage.bytes.withUnsafeBufferPointer { bytes in
    forEachInvisible(bytes) { found, range in
      guard !found.isWanted(in: bytes, range) else { return }
      while let first = damaged.first, first.upperBound <= range.lowerBound { damaged.removeFirst() }
      if damaged.first?.overlaps(range) ?? false { return }
      let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : passage.surroundings.before
      let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : passage.surroundings.behind
      // Beside another blank, the character is removed without a replacement. At the edge of the words, a time or a
      // mark may follow directly.
      let (title, replacement) = found.fix(before <= 0x20 || behind <= 0x20)
      let first = range.lowerBound..<(range.lowerBound + found.length)
      // Removing the character may turn words into something else, or remove a visible sign or all that stands here.
      lazy var needsLook =
        range.contains(where: passage.isShortEscape) || isInTime(range, bytes)
        || replacement.isEmpty && bytes.indices.allSatisfy { range.contains($0) || bytes[$0] <= 0x20 }
      report(
        passage.source(range), found.message(scalarName(passage.string(first))),
        atMost: found.kind == .blank || found.kind == .hyphen ? .hint : .error,
        fixes: [
          needsLook
            ? Fix(title, passage.edit(range, replacement))
            : passage.fix(title, range, replacement, altering: found.kind == .hyphen ? .marks : .unseen)
        ])
    }
  }
  for letter in passage.lookalikes {
    let name = scalarName(passage.string(letter))
    report(passage.source(letter), "This letter is from another alphabet than the letters beside it (\(name)).")
  }
}

/// Calls `body` for the invisible characters; several of one kind in a row are passed together.
private func forEachInvisible(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Invisible, Range<Int>) -> Void) {
  // Hebrew, Arabic and the scripts between them have these first bytes.
  lazy var isRightToLeft = bytes.contains { (0xD6...0xDF).contains($0) }
  var index = 0
  while index < bytes.count {
    // For nearly all bytes, this test is enough: no such character begins with them.
    guard Invisible.mayBegin(with: bytes[index]), let found = Invisible(bytes, at: index) else {
      index += 1
      continue
    }
    var range = index..<(index + found.length)
    while let next = Invisible(bytes, at: range.upperBound), next.kind == found.kind {
      range = range.lowerBound..<(range.upperBound + next.length)
    }
    index = range.upperBound
    if found.kind == .direction, isRightToLeft { continue }
    body(found, range)
  }
}

/// Whether the character is at an edge of the words, in a word of digits and the marks around a time. Without the
/// character, this word might be read as the time of the segment.
private func isInTime(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let before = bytes[..<range.lowerBound].suffix(longestTime)
  let behind = bytes[range.upperBound...].prefix(longestTime)
  let start = before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex
  let end = behind.firstIndex { $0 <= 0x20 } ?? behind.endIndex
  guard start == 0 || end == bytes.count else { return false }
  let word = bytes[start..<end]
  return word.contains(where: isDigit)
    && word.dropLast().contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    && word.allSatisfy { isDigit($0) || timeMarks.contains($0) || $0 >= 0x80 }
}

/// In bytes, including the marks around the time.
private let longestTime = 40

private let timeMarks = ByteSet(":.,;()[]<>-")

/// An invisible character and its purpose.
private struct Invisible {
  enum Kind {
    /// It has no purpose in prose.
    case hidden
    /// It joins the characters beside it.
    case joiner
    /// It sets the writing direction.
    case direction
    /// A non-breaking blank.
    case blank
    /// A non-breaking hyphen.
    case hyphen
    /// A line end that most programs do not recognise.
    case lineEnd
  }

  let kind: Kind
  let length: Int

  /// Whether a byte may be the first of such a character.
  static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, 0x7F, 0xC2, 0xE1...0xE3, 0xEF: true
    default: false
    }
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 {
      guard byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F else { return nil }
      (kind, length) = (.hidden, 1)
      return
    }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (byte, second, third) {
    case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): (kind, length) = (.hidden, 2)
    case (0xC2, 0xA0, _): (kind, length) = (.blank, 2)
    case (0xE2, 0x80, 0xAF): (kind, length) = (.blank, 3)
    case (0xE2, 0x80, 0x91): (kind, length) = (.hyphen, 3)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBC), (0xE1, 0xA0, 0x8E),
      (0xE3, 0x85, 0xA4):
      (kind, length) = (.hidden, 3)
    case (0xE2, 0x80, 0x8D): (kind, length) = (.joiner, 3)
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):
      (kind, length) = (.direction, 3)
    case (0xE2, 0x80, 0xA8...0xA9): (kind, length) = (.lineEnd, 3)
    default: return nil
    }
  }

  /// - Parameter name: the name of the character.
  func message(_ name: String) -> Message {
    switch kind {
    case .hyphen: "This is a non-breaking hyphen (\(name))."
    case .blank: "This is a non-breaking blank (\(name))."
    case .hidden, .joiner, .direction, .lineEnd: "There is an invisible character here (\(name))."
    }
  }

  /// The title of the fix, and the text that replaces the character.
  func fix(_ touchesBlank: Bool) -> (title: String, replacement: String) {
    switch kind {
    case .hyphen: ("Change to a hyphen", "-")
    case .blank where !touchesBlank, .lineEnd where !touchesBlank: ("Change to a blank", " ")
    case .hidden, .joiner, .direction, .lineEnd, .blank: ("Remove it", "")
    }
  }

  /// Whether the character serves its purpose at this place.
  func isWanted(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    switch kind {
    case .hidden, .lineEnd, .hyphen, .direction: return false
    case .joiner: return before >= 0x80 && after >= 0x80
    case .blank:
      // The last byte of « and the first of ».
      let isFrench = ByteSet("?!;:%").contains(after) || after == 0xC2 || before == 0xAB
      return isFrench || isDigit(before) && after > 0x20 || isDigit(after) || after == 0xE2
    }
  }
}

/// `U+200B ZERO WIDTH SPACE`
private func scalarName(_ text: String) -> String {
  guard let scalar = text.unicodeScalars.first else { return "" }
  let number = String(scalar.value, radix: 16, uppercase: true)
  let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
  return scalar.properties.name.map { "\(code) \($0)" } ?? code
}
