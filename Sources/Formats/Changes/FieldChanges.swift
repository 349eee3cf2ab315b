import Transcript

/// The changes inside of blocks, gathered by block.
struct FieldChanges {
  private let reading: Reading
  /// In the order in which the blocks were first spoken of.
  private var blocks: [Int] = []
  private var fields: [Int: BlockFields] = [:]

  init(_ reading: Reading) { self.reading = reading }

  /// Notes a change of the fields of a block; false where there is no such block, or it contradicts another change.
  mutating func note(_ change: Change, of block: Int) -> Bool {
    guard reading.blocks.indices.contains(block) else { return false }
    if fields[block] == nil { blocks.append(block) }
    return fields[block, default: BlockFields()].note(change)
  }

  var all: [(block: Int, fields: BlockFields)] { blocks.map { ($0, fields[$0, default: BlockFields()]) } }
}
