/// The word that was probably meant: the nearest one, if at least two thirds of it are there.
///
/// Case is no difference, and a word that was left off early (`warn`) is near however long its rest is. Of several that are
/// as near the first by name is taken: the words may come in any order.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
  // Nobody means one of a few words by something that is longer than all of them.
  guard word.utf8.count <= longestWord else { return nil }
  return NearWords(words).nearest(to: word)
}

/// Words that may be meant by others, prepared for the search.
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

  /// Whether a word of ASCII has the letters of one of the words, or nearly. Of a hundred thousand words most have not.
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

/// Each letter that the other word does not have at all is at least one step.
private func leastDistance(_ a: UInt64, _ b: UInt64) -> Int {
  max((a & ~b).nonzeroBitCount, (b & ~a).nonzeroBitCount)
}

/// In bytes.
private let longestWord = 64

/// Which bytes a word has, each by its last six bits.
private func letterSet(_ word: [UInt8]) -> UInt64 {
  word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// “time-ordr”, and what it should have been.
public func didYouMean(_ word: String, among words: [String]) -> String {
  if let nearest = nearestWord(to: word, among: words) { return "; did you mean “\(nearest)”?" }
  return words.count <= 12 ? "; there are \(words.joined(separator: ", "))" : ""
}
