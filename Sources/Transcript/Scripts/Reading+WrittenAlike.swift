extension Reading {
  /// Whether each segment has the times of the segment at the same place in another reading, and its words byte for byte.
  /// Then the scripts of both say the same; if not, only the scripts can tell.
  public func isWrittenAlike(_ other: Reading) -> Bool {
    guard blocks.count == other.blocks.count else { return false }
    return text.bytes.withUnsafeBufferPointer { bytes in
      other.text.bytes.withUnsafeBufferPointer { others in
        blocks.indices.allSatisfy { block in
          let kind = kind(of: block)
          guard kind == other.kind(of: block) else { return false }
          guard kind == .segment else { return true }
          let (row, counterpart) = (episode.rows[block], other.episode.rows[block])
          let (parts, counterparts) = (blocks.parts(of: block), other.blocks.parts(of: block))
          guard row.start == counterpart.start, row.end == counterpart.end, parts.count == counterparts.count,
            saysNoLabel(block), other.saysNoLabel(block)
          else { return false }
          return zip(parts, counterparts).allSatisfy { part, counterpart in
            guard part.kind == counterpart.kind else { return false }
            guard part.kind == .words else { return true }
            return part.quoting == counterpart.quoting && part.length == counterpart.length
              && bytes[range(of: part, in: block)].elementsEqual(others[other.range(of: counterpart, in: block)])
          }
        }
      }
    }
  }

  /// Whether nothing that may be a label was said instead.
  private func saysNoLabel(_ block: Int) -> Bool { !blocks[block].hasDoubtfulLabel || speaker(of: block) != nil }
}
