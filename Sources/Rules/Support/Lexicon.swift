import SourceText

/// Words to look for, all of them in one pass: whole words, the longest first.
///
/// Letters of ASCII are found in any case if the word has no capital letter; other letters as they are written.
struct Lexicon: Sendable, Equatable {
  private struct Entry: Equatable {
    var wrong: [UInt8]
    var right: [UInt8]
    /// Whether the case of letters matters: a word with a capital letter stands for itself.
    var isExact: Bool
    /// Where `wrong` stands inside `right`: what is right already must not be mended again.
    var places: [Int]
  }

  struct Match {
    var range: Range<Int>
    /// In the case of what stands there.
    var replacement: String
  }

  /// By the first two letters.
  private var buckets: [[Entry]] = []

  private static let bucketCount = 1024

  init(_ terms: [Settings.Term]) {
    guard !terms.isEmpty else { return }
    buckets = Array(repeating: [], count: Self.bucketCount)
    for term in terms {
      let (wrong, right) = (Array(term.wrong.utf8), Array(term.right.utf8))
      guard let first = wrong.first, wrong != right else { continue }
      let isExact = wrong.contains(where: isUpper)
      let places = right.indices.filter { place in
        right[place...].prefix(wrong.count).map(lowercased) == wrong.map(lowercased)
      }
      let entry = Entry(wrong: wrong, right: right, isExact: isExact, places: places)
      buckets[Self.bucket(first, wrong.count > 1 ? wrong[1] : 0x20)].append(entry)
    }
    for index in buckets.indices { buckets[index].sort { $0.wrong.count > $1.wrong.count } }
  }

  var isEmpty: Bool { buckets.isEmpty }

  /// What is found, in order; no two overlap.
  func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    guard !isEmpty else { return [] }
    var matches: [Match] = []
    var index = 0
    while index < bytes.count {
      let follows = index > 0 && isPartOfWord(bytes, before: index)
      if bytes[index] > 0x20, !follows || !isPartOfWord(bytes, at: index), let match = match(bytes, at: index) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    let second = second <= 0x20 ? 0x20 : lowercased(second)
    return (Int(lowercased(first)) &* 31 &+ Int(second)) & (bucketCount - 1)
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Match? {
    // A word of one letter is followed by whatever ends it.
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let own = buckets[Self.bucket(bytes[index], second)]
    if let match = match(bytes, at: index, own) { return match }
    let isSingle = index + 1 == bytes.count || !isPartOfWord(bytes, at: index + 1)
    return isSingle ? match(bytes, at: index, buckets[Self.bucket(bytes[index], 0x20)]) : nil
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ entries: [Entry]) -> Match? {
    for entry in entries {
      guard let end = end(of: entry.wrong, bytes, index, isExact: entry.isExact),
        !isPartOfWord(entry.wrong[entry.wrong.count - 1]) || end == bytes.count || !isPartOfWord(bytes, at: end)
      else { continue }
      if entry.places.contains(where: { isRight(entry, bytes, place: $0, at: index) }) { continue }
      let replacement = replacement(entry, bytes[index..<end])
      if replacement.elementsEqual(bytes[index..<end]) { continue }
      return Match(range: index..<end, replacement: String(decoding: replacement, as: UTF8.self))
    }
    return nil
  }

  /// Whether what is right stands around `index`, with its byte at `place` there, at the beginning of a sentence perhaps.
  private func isRight(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, place: Int, at index: Int) -> Bool {
    var start = index
    for letter in entry.right[..<place].reversed() {
      if letter == 0x20 {
        while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
      } else {
        start -= 1
      }
    }
    guard start >= 0 else { return false }
    if end(of: entry.right, bytes, start, isExact: true) != nil { return true }
    return !entry.isExact && end(of: capitalized(entry.right), bytes, start, isExact: true) != nil
  }

  /// Where `word` ends if it stands at `index`. Blanks in it stand for any blanks.
  private func end(of word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isExact: Bool) -> Int? {
    var index = index
    for letter in word {
      guard index < bytes.count else { return nil }
      if letter == 0x20 {
        guard bytes[index] <= 0x20 || index > 0 && bytes[index - 1] <= 0x20 else { return nil }
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      } else {
        guard bytes[index] == letter || !isExact && lowercased(bytes[index]) == letter else { return nil }
        index += 1
      }
    }
    return index
  }

  /// A word that begins a sentence with a capital letter goes on doing so.
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

/// Whether a word has the character at `index`; dashes, quotation marks and blanks that are not ASCII have no part in any.
private func isPartOfWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let byte = bytes[index]
  let isPunctuation = byte == 0xC2 || byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] <= 0x81
  return isPartOfWord(byte) && !isPunctuation
}

private func isPartOfWord(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
  var start = index - 1
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return isPartOfWord(bytes, at: start)
}
