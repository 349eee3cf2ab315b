/// How many elements have to be inserted, removed, replaced or swapped with their neighbour to make one sequence of another
/// (optimal string alignment); what is more than `limit` is `limit + 1`.
///
/// Takes time in proportion to the length and the limit: a cell further from the diagonal than the limit costs more than
/// that (Ukkonen, "Algorithms for approximate string matching", 1985).
func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element], atMost limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  if a.isEmpty || b.isEmpty { return a.count + b.count }
  let far = limit + 1
  var before: [Int] = []
  var last = (0...b.count).map { min($0, far) }
  var row = last
  var leastBefore = 0
  for i in a.indices {
    let band = max(0, i - limit)..<min(b.count, i + limit + 1)
    row[band.lowerBound] = band.lowerBound == 0 ? min(i + 1, far) : far
    var least = row[band.lowerBound]
    for j in band {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row[j + 1] = min(cost, far)
      least = min(least, row[j + 1])
    }
    // The next row begins where this one ends, with a cell that it has not filled.
    if band.upperBound < b.count { row[band.upperBound + 1] = far }
    // A swap goes back two rows.
    if least > limit, leastBefore >= limit { return far }
    leastBefore = least
    (before, last, row) = (last, row, before.isEmpty ? row : before)
  }
  return last[b.count]
}
