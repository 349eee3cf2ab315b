/// How many elements have to be inserted, removed or replaced to make one sequence of another (Levenshtein); what is
/// more than `limit` is somewhere above it.
func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element], atMost limit: Int = .max) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var row = Array(0...b.count)
  for (i, element) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in b.enumerated() {
      let replaced = diagonal + (element == candidate ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}

/// The word that somebody may have meant who wrote another one; nil where none is near.
public func nearest(to written: String, among words: some Sequence<String>) -> String? {
  let letters = Array(written.lowercased().utf8)
  let limit = max(1, letters.count / 3)
  return words.map { ($0, editDistance(letters, Array($0.lowercased().utf8), atMost: limit)) }
    .filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}
