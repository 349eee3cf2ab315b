/// The word that was probably meant: the nearest one, if at least two thirds of it are there.
///
/// Case is no difference, and a word that was left off early (`warn`) is near however long its rest is.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().utf8)
  let ranked = words.map { candidate in
    let letters = Array(candidate.lowercased().utf8)
    let isBeginning = typed.count > 2 && letters.starts(with: typed)
    return (candidate, isBeginning ? 1 : editDistance(typed, letters), max(typed.count, letters.count))
  }
  guard let (nearest, distance, length) = ranked.min(by: { $0.1 < $1.1 }), distance * 3 <= length else { return nil }
  return nearest
}

/// “time-ordr”, and what it should have been.
public func didYouMean(_ word: String, among words: [String]) -> String {
  if let nearest = nearestWord(to: word, among: words) { return "; did you mean “\(nearest)”?" }
  return words.count <= 12 ? "; there are \(words.joined(separator: ", "))" : ""
}
