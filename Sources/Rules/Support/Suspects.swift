import SourceText
import Transcript

/// Finds the fixes that changed a block.
struct Suspects {
  private let before: Reading
  /// By block, in order.
  private var entries: [(block: Int, fix: Int)] = []

  /// - Parameter fixes: the edits of each fix.
  init(_ fixes: [EditList], _ before: Reading) {
    self.before = before
    for (number, edits) in fixes.enumerated() {
      var last = -1
      for edit in edits {
        // An insertion between two blocks may become part of either.
        let place = edit.range.isEmpty ? max(0, edit.range.lowerBound - 1)..<(edit.range.lowerBound + 1) : edit.range
        for block in blocks(of: place) where block > last {
          entries.append((block, number))
          last = block
        }
      }
    }
    entries.sort { ($0.block, $0.fix) < ($1.block, $1.fix) }
  }

  /// The numbers of the fixes that change the blocks of a range, or up to `reach` blocks above and below it.
  func near(_ place: Range<Int>, blocks reach: Int) -> [Int] {
    let blocks = blocks(of: place)
    let first = entries.partitioningIndex { $0.block >= blocks.lowerBound - reach }
    return Set(entries[first...].prefix { $0.block < blocks.upperBound + reach }.map(\.fix)).sorted()
  }

  private func blocks(of place: Range<Int>) -> Range<Int> {
    guard let first = before.blocks.index(at: place.lowerBound),
      let last = before.blocks.index(at: max(place.lowerBound, place.upperBound - 1))
    else { return 0..<0 }
    return first..<(last + 1)
  }
}
