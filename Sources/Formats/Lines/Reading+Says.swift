import Transcript

extension Reading {
  /// Whether both say the same in the same fields of the same blocks, wherever lines end.
  func says(_ other: Reading) -> Bool {
    blocks.count == other.blocks.count
      && blocks.indices.allSatisfy { block in
        let (own, same) = (blocks.parts(of: block), other.blocks.parts(of: block))
        return kind(of: block) == other.kind(of: block) && blocks[block].otherwise == other.blocks[block].otherwise
          && blocks[block].level == other.blocks[block].level
          && blocks[block].continuesSpeaker == other.blocks[block].continuesSpeaker && own.count == same.count
          && zip(own, same).allSatisfy { part, twin in
            part.kind == twin.kind && part.fault == twin.fault
              && string(of: part, in: block) == other.string(of: twin, in: block)
          }
      }
  }
}
