/// The word that was probably meant: the most similar one, if at least two thirds of it agree.
///
/// Case does not matter. A word that was cut short (`warn`) counts as similar, however long the rest is. Of several
/// words that are equally similar, the first in alphabetical order is taken, because the words may come in any order.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
  // A longer text is not a misspelling of one of a few words.
  guard word.utf8.count <= longestWord else { return nil }
  return NearWords(words).nearest(to: word)
}

/// A list of words, prepared for finding the nearest one.
struct NearWords {
  private var words: [(word: String, letters: [UInt8], set: UInt64)] = []

  init(_ words: some Sequence<String>) {
    for word in words where word.utf8.count <= 2 * longestWord {
      let letters = Array(word.lowercased().utf8)
      self.words.append((word, letters, letterSet(letters)))
    }
  }

  func nearest(to word: String) -> String? {
    guard word.utf8.count <= longestWord, mayBeNear(word) else { return nil }
    let typed = Array(word.lowercased().utf8)
    let typedSet = letterSet(typed)
    var nearest: (word: String, distance: Int)?
    for (candidate, letters, set) in words {
      let isBeginning = typed.count > 2 && letters.starts(with: typed)
      let limit = min(max(typed.count, letters.count) / 3, nearest?.distance ?? .max)
      guard isBeginning || leastDistance(set, typedSet) <= limit else { continue }
      let distance = isBeginning ? 1 : editDistance(typed, letters, atMost: limit)
      guard distance <= limit else { continue }
      if let found = nearest, (found.distance, found.word) <= (distance, candidate) { continue }
      nearest = (candidate, distance)
    }
    return nearest?.word
  }

  /// Whether an ASCII word has nearly the same letters as one of the words. This test rules out most of a hundred
  /// thousand words.
  private func mayBeNear(_ word: String) -> Bool {
    var set: UInt64 = 0
    for byte in word.utf8 {
      guard byte < 0x80 else { return true }
      set |= 1 << UInt64(((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) & 63)
    }
    return words.contains { candidate in
      (set & ~candidate.set).nonzeroBitCount <= max(word.utf8.count, candidate.letters.count) / 3
    }
  }
}

/// The least possible distance: each letter that the other word does not have at all costs at least one step.
private func leastDistance(_ a: UInt64, _ b: UInt64) -> Int {
  max((a & ~b).nonzeroBitCount, (b & ~a).nonzeroBitCount)
}

/// In bytes.
private let longestWord = 64

/// The set of bytes in a word, each represented by its last six bits.
private func letterSet(_ word: [UInt8]) -> UInt64 {
  word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// The end of a message about an unknown word. It asks whether the nearest word was meant, or lists the words if they
/// are few.
public func didYouMean(_ word: String, among words: [String]) -> String {
  if let nearest = nearestWord(to: word, among: words) { return "; did you mean “\(nearest)”?" }
  return words.count <= 12 ? "; there are \(words.joined(separator: ", "))" : ""
}
