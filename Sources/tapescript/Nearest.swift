/// The word that somebody probably meant; nil where none is near.
///
/// Three letters in ten may be wrong: added, lost, changed, or swapped with the next.
func nearest(to word: String, among words: [String]) -> String? {
  let letters = Array(word.lowercased())
  let ranked = words.map { (word: $0, distance: distance(letters, Array($0.lowercased()))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 10 <= max(letters.count, best.word.count) * 3 ? best.word : nil
}

/// Source: Damerau and Levenshtein; the restricted form, in which no stretch is edited twice.
private func distance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
