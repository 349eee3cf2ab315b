import Transcript

extension Reading {
  /// The faults of some kinds in the whole document, with their blocks.
  func faults(_ faults: Set<Fault>) -> [(block: Int, fault: Part)] {
    guard blocks.faultyCount > 0 else { return [] }
    return blocks.indices.lazy.filter { blocks[$0].hasFault }.flatMap { block in
      blocks.parts(of: block).filter { $0.fault.map(faults.contains) ?? false }.map { (block, $0) }
    }
  }

  /// Those of some times that lie between the starts above and below a segment, and then the others.
  func fitting(_ times: [String], at block: Int) -> [String] {
    let above = episode.rows[..<block].last { $0.start != nil }?.start
    let below = episode.rows[(block + 1)...].first { $0.start != nil }?.start
    func fits(_ text: String) -> Bool {
      guard case .time(let stamp) = Timestamp.read(text.utf8) else { return false }
      return above.map { $0 <= stamp.time } ?? true && below.map { stamp.time <= $0 } ?? true
    }
    var distinct: [String] = []
    for time in times where !distinct.contains(time) { distinct.append(time) }
    let fitting = distinct.filter(fits)
    // Where some fit, the others are noise.
    return fitting.isEmpty ? Array(distinct.prefix(1)) : fitting
  }
}
