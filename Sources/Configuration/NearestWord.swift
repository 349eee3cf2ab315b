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

/// How many letters have to be inserted, removed, replaced or swapped with their neighbour (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
