import Transcript

/// The changes inside of blocks, gathered by block.
struct FieldChanges {
  private let reading: Reading
  /// In the order in which the blocks were first spoken of.
  private(set) var all: [(block: Int, fields: BlockFields)] = []
  /// The place of each block among these.
  private var places: [Int: Int] = [:]

  init(_ reading: Reading) { self.reading = reading }

  /// Notes a change of the fields of a block; false where there is no such block, or it contradicts another change.
  mutating func note(_ change: Change, of block: Int) -> Bool {
    guard reading.blocks.indices.contains(block) else { return false }
    let place = places[block] ?? all.count
    if place == all.count {
      places[block] = place
      all.append((block, BlockFields()))
    }
    return all[place].fields.note(change)
  }
}
