/// The word that was probably meant: the nearest one, if at least two thirds of it are there.
///
/// Case is no difference, and a word that was left off early (`warn`) is near however long its rest is.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().utf8)
  let near = words.compactMap { (candidate) -> (word: String, distance: Int)? in
    let letters = Array(candidate.lowercased().utf8)
    let isBeginning = typed.count > 2 && letters.starts(with: typed)
    // What is further away than this is not meant; a word of any length then costs no more than its rivals are long.
    let farthest = max(typed.count, letters.count) / 3
    let distance = isBeginning ? 1 : editDistance(typed, letters, atMost: farthest)
    return isBeginning || distance <= farthest ? (candidate, distance) : nil
  }
  return near.min { $0.distance < $1.distance }?.word
}

/// “time-ordr”, and what it should have been.
public func didYouMean(_ word: String, among words: [String]) -> String {
  if let nearest = nearestWord(to: word, among: words) { return "; did you mean “\(nearest)”?" }
  return words.count <= 12 ? "; there are \(words.joined(separator: ", "))" : ""
}
