/// An edit within the words of one segment that leaves everything else as it was. Nearly every keystroke is such an
/// edit, and findings that do not depend on words need not be computed again after it.
///
/// The edit begins behind the first byte of the words, ends with the words at the latest, and touches no line end. The
/// segment has words before and after it. Times, labels, titles and the number of blocks stay the same.
public struct Rewording: Sendable, Equatable {
  /// The segment.
  public let block: Int
  /// What was replaced, in bytes of the text before.
  public let range: Range<Int>
  /// By how many bytes everything behind the edit moved.
  public let delta: Int
  /// Whether the segment has as many words as before.
  public internal(set) var keepsCount = true

  /// The new offset of a place. It must have been outside the words or at one of their ends.
  public func moved(_ offset: Int) -> Int { offset >= range.upperBound ? offset + delta : offset }

  public func moved(_ stretch: Range<Int>) -> Range<Int> { moved(stretch.lowerBound)..<moved(stretch.upperBound) }
}

extension Blocks {
  /// Describes an edit as a rewording. Nil if the new blocks differ from the old ones in more than the words of one
  /// segment.
  ///
  /// - Parameters:
  ///   - range: what was replaced, in bytes of the text before.
  ///   - old: the blocks that are removed.
  ///   - fresh: the blocks that replace them.
  func rewording(_ range: Range<Int>, delta: Int, of old: Range<Int>, _ fresh: Blocks) -> Rewording? {
    guard old.count == fresh.count, let block = index(at: range.lowerBound), old.contains(block) else { return nil }
    for (index, new) in zip(old, fresh.indices) {
      guard self[index].isRead(as: fresh[new]),
        fresh.start(of: new) == start(of: index) + (index > block ? delta : 0),
        index == block
          ? isReworded(block, range, delta, fresh.parts(of: new)) : parts(of: index) == fresh.parts(of: new)
      else { return nil }
    }
    return Rewording(block: block, range: range, delta: delta)
  }

  private func isReworded(_ block: Int, _ range: Range<Int>, _ delta: Int, _ fresh: ArraySlice<Part>) -> Bool {
    let old = parts(of: block)
    let edit = (range.lowerBound - start(of: block))..<(range.upperBound - start(of: block))
    guard self[block].kind == .segment, old.count == fresh.count,
      let words = old.first(where: {
        $0.kind == .words && $0.offset < edit.lowerBound && edit.upperBound <= $0.offset + $0.length
      })
    else { return false }
    return zip(old, fresh).allSatisfy { old, new in
      var expected = old
      if old == words {
        expected.length += Int32(delta)
      } else if old.offset >= words.offset + words.length {
        expected.offset += Int32(delta)
      } else if old.offset + old.length > words.offset {
        return false
      }
      return new == expected
    }
  }
}

extension Block {
  /// Whether two blocks are equal. How far the format looked to read them is not compared.
  fileprivate func isRead(as other: Block) -> Bool {
    var other = other
    other.reach = reach
    return self == other
  }
}
