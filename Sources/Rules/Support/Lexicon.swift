import SourceText

/// Finds many words in one pass: whole words, the longest first.
///
/// ASCII letters are found in any case if the word has no capital letter; other letters as written. A blank in a word
/// stands for any number of blanks.
struct Lexicon: Sendable {
  private struct Entry {
    var wrong: [UInt8]
    var right: [UInt8]
    /// Whether the case of letters matters, as it does for a word with a capital letter.
    var isExact: Bool
    /// The places of `wrong` inside `right`. A text that is right already must not be changed again.
    var places: [Int]
  }

  struct Match {
    var range: Range<Int>
    /// With the case of the word that it replaces.
    var replacement: String
  }

  private var entries: [Entry] = []
  /// A trie of the words in lower case, by bytes, so that a text is compared with all of them at once: the child of
  /// each node for each byte. The root is 0.
  private var nodes: [UInt64: Int32] = [:]
  /// The children of the root by their byte. Most words of a text need no more than this.
  private var firstNodes = Array(repeating: Int32(0), count: 256)
  /// The words that end at each node.
  private var ends: [Int32: [Int]] = [:]

  init(_ terms: [Settings.Term]) {
    for term in terms {
      let written = Array(term.wrong.utf8)
      let wrong = Self.words(written)
      var right = Array(term.right.utf8)[...]
      // Blanks at the ends of both stay as they are.
      if written.first ?? 0x21 <= 0x20 { right = right.drop { $0 <= 0x20 } }
      while written.last ?? 0x21 <= 0x20, right.last ?? 0x21 <= 0x20 { right.removeLast() }
      guard !wrong.isEmpty, !wrong.elementsEqual(right) else { continue }
      let (lowerWrong, lowerRight) = (wrong.map(lowercased), right.map(lowercased))
      let places = lowerRight.indices.filter { lowerRight[$0...].starts(with: lowerWrong) }
      entries.append(
        Entry(wrong: wrong, right: Array(right), isExact: wrong.contains(where: isUpper), places: places))
      ends[grow(lowerWrong), default: []].append(entries.count - 1)
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The matches in order; no two overlap.
  func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    guard !isEmpty else { return [] }
    var matches: [Match] = []
    var index = 0
    while index < bytes.count {
      if firstNodes[Int(lowercased(bytes[index]))] != 0, beginsWord(bytes, index), let match = match(bytes, at: index) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  private static func key(_ node: Int32, _ byte: UInt8) -> UInt64 { UInt64(node) << 8 | UInt64(byte) }

  /// A word with single blanks, and none at its ends.
  private static func words(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20]))
  }

  /// Adds a word to the trie and returns its last node.
  private mutating func grow(_ word: [UInt8]) -> Int32 {
    var node: Int32 = 0
    for byte in word {
      let next = nodes[Self.key(node, byte)] ?? Int32(nodes.count + 1)
      nodes[Self.key(node, byte)] = next
      if node == 0 { firstNodes[Int(byte)] = next }
      node = next
    }
    return node
  }

  private func beginsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index == 0 || !isPartOfWord(bytes, before: index) || !isPartOfWord(bytes, at: index)
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Match? {
    var found: [(entry: Int, end: Int)] = []
    var node = firstNodes[Int(lowercased(bytes[index]))]
    var end = index + 1
    while true {
      for entry in ends[node] ?? [] { found.append((entry, end)) }
      guard end < bytes.count, let next = nodes[Self.key(node, bytes[end] <= 0x20 ? 0x20 : lowercased(bytes[end]))]
      else { break }
      let isBlank = bytes[end] <= 0x20
      end += 1
      while isBlank, end < bytes.count, bytes[end] <= 0x20 { end += 1 }
      node = next
    }
    return found.reversed().lazy.compactMap { match(entries[$0.entry], bytes, index..<$0.end) }.first
  }

  /// The replacement for a match, which still has to be checked for case and for whole words.
  private func match(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Match? {
    let isWhole =
      !isPartOfWord(entry.wrong[entry.wrong.count - 1]) || range.upperBound == bytes.count
      || !isPartOfWord(bytes, at: range.upperBound)
    guard isWhole, !entry.isExact || stands(entry.wrong, bytes, range.lowerBound) else { return nil }
    if entry.places.contains(where: { isRight(entry, bytes, place: $0, at: range.lowerBound) }) { return nil }
    let replacement = replacement(entry, bytes[range])
    if replacement.elementsEqual(bytes[range]) { return nil }
    return Match(range: range, replacement: String(decoding: replacement, as: UTF8.self))
  }

  /// Whether the right spelling already stands in the text so that its byte number `place` is at `index`. It may be
  /// capitalized at the beginning of a sentence.
  private func isRight(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, place: Int, at index: Int) -> Bool {
    var start = index
    for letter in entry.right[..<place].reversed() {
      if letter == 0x20 {
        while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
      } else {
        start -= 1
      }
    }
    return stands(entry.right, bytes, start) || !entry.isExact && stands(capitalized(entry.right), bytes, start)
  }

  /// Whether `word` stands at `index` as written. A blank in it stands for any number of blanks.
  private func stands(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index >= 0 else { return false }
    var index = index
    for letter in word {
      guard index < bytes.count else { return false }
      if letter == 0x20 {
        guard bytes[index] <= 0x20 || index > 0 && bytes[index - 1] <= 0x20 else { return false }
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      } else {
        guard bytes[index] == letter else { return false }
        index += 1
      }
    }
    return true
  }

  /// The replacement. At the beginning of a sentence it keeps the capital letter of the word that it replaces.
  private func replacement(_ entry: Entry, _ found: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if let first = found.first, !entry.isExact, isUpper(first) { return capitalized(entry.right) }
    return entry.right
  }

  /// A word without capital letters as it begins a sentence.
  private func capitalized(_ word: [UInt8]) -> [UInt8] {
    guard let first = word.first, isLower(first), !word.contains(where: isUpper) else { return word }
    return [first & ~0x20] + word.dropFirst()
  }
}

private func isPartOfWord(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
}

/// Whether the character at `index` can be part of a word. Non-ASCII dashes, quotation marks and blanks cannot.
private func isPartOfWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let byte = bytes[index]
  let isPunctuation = byte == 0xC2 || byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] <= 0x81
  return isPartOfWord(byte) && !isPunctuation
}

private func isPartOfWord(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
  var start = index - 1
  // No character has more than four bytes.
  while start > max(0, index - 4), bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return isPartOfWord(bytes, at: start)
}
