/// The word that was probably meant: the nearest one, if at least two thirds of it are there.
///
/// Case is no difference, and a word that was left off early (`warn`) is near however long its rest is. Of several that are
/// as near the first by name is taken: the words may come in any order.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
  // Nobody means one of a few words by something that is longer than all of them.
  guard word.utf8.count <= longestWord else { return nil }
  let typed = Array(word.lowercased().utf8)
  let typedLetters = letterSet(typed)
  var nearest: (word: String, distance: Int)?
  for candidate in words where candidate.utf8.count <= 2 * longestWord {
    let letters = Array(candidate.lowercased().utf8)
    let isBeginning = typed.count > 2 && letters.starts(with: typed)
    // Each letter that the other word does not have at all is at least one step.
    let unshared = letterSet(letters) ^ typedLetters
    let least = max((unshared & typedLetters).nonzeroBitCount, (unshared & ~typedLetters).nonzeroBitCount)
    let limit = min(max(typed.count, letters.count) / 3, nearest?.distance ?? .max)
    guard isBeginning || least <= limit else { continue }
    let distance = isBeginning ? 1 : editDistance(typed, letters, atMost: limit)
    guard distance <= limit else { continue }
    if let found = nearest, (found.distance, found.word) <= (distance, candidate) { continue }
    nearest = (candidate, distance)
  }
  return nearest?.word
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
