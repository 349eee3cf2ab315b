/// How many elements must be inserted, removed, replaced or swapped with their neighbour to turn one sequence into the
/// other (optimal string alignment). A number above `limit` is returned as `limit + 1`.
///
/// The time is proportional to the length times the limit: a cell that is further from the diagonal than the limit has
/// a distance above it and is skipped (Ukkonen, "Algorithms for approximate string matching", 1985).
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
    // The next row also uses the cell behind the last one of this row, which has not been computed.
    if band.upperBound < b.count { row[band.upperBound + 1] = far }
    // A swap uses the row before the last, so both rows must be above the limit.
    if least > limit, leastBefore >= limit { return far }
    leastBefore = least
    (before, last, row) = (last, row, before.isEmpty ? row : before)
  }
  return last[b.count]
}
