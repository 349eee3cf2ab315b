import Transcript

extension Reading {
  /// The faults of some kinds in the whole document, with their blocks.
  func faults(_ faults: Set<Fault>) -> [(block: Int, fault: Part)] {
    guard blocks.faultyCount > 0 else { return [] }
    return blocks.indices.lazy.filter { blocks[$0].hasFault }.flatMap { block in
      blocks.parts(of: block).filter { $0.fault.map(faults.contains) ?? false }.map { (block, $0) }
    }
  }

  /// Whether YAML refuses a block, so that nothing in it has a certain meaning.
  func isRefused(_ block: Int) -> Bool {
    blocks[block].hasFault && blocks.parts(of: block).contains { $0.fault?.isYAML ?? false }
  }

  /// Those of the given times that lie between the starts around a segment, sorted by how well they fit the words.
  func fitting(_ times: [String], at block: Int, _ pace: Pace) -> [String] {
    let neighbours = neighbours(of: block, pace)
    var fitting: [(written: String, strain: Double)] = []
    for written in times where !fitting.contains(where: { $0.written == written }) {
      guard case .time(let stamp) = Timestamp.read(written.utf8), neighbours.allow(stamp.time) else { continue }
      fitting.append((written, neighbours.strain(at: stamp.time)))
    }
    // If some fit, the others are noise.
    guard !fitting.isEmpty else { return Array(times.prefix(1)) }
    return fitting.sorted { $0.strain < $1.strain }.map(\.written)
  }
}
