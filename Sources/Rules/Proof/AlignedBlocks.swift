import SourceText
import Transcript

/// Divides the blocks of two readings, before and after edits, into pairs of runs that begin and end at the same
/// places.
struct AlignedBlocks {
  struct Pair {
    /// The indices of the blocks before and after.
    var old: Range<Int>
    var new: Range<Int>
    /// Whether an edit lies in one of them, or something is put right before them.
    var isTouched: Bool
    var isLast: Bool
  }

  private let old: Blocks
  private let new: Blocks
  private let edits: EditList
  private let lengths: (old: Int, new: Int)
  /// The blocks and edits that were passed, and by how many bytes the following text has moved.
  private var (i, j, passed, delta) = (0, 0, 0, 0)

  /// - Parameters:
  ///   - edits: in the order of the text, without overlaps.
  ///   - lengths: the lengths of both texts, in bytes.
  init(_ old: Blocks, _ new: Blocks, _ edits: EditList, _ lengths: (old: Int, new: Int)) {
    (self.old, self.new, self.edits, self.lengths) = (old, new, edits, lengths)
  }

  /// The next pair, with runs as short as possible.
  mutating func next() -> Pair? {
    guard i < old.count || j < new.count else { return nil }
    let (firstOld, firstNew, firstEdit) = (i, j, passed)
    // What is put right before a block may make something else of it.
    let isBelowInsertion = firstEdit > 0 && edits[firstEdit - 1].range == oldStart..<oldStart
    if i < old.count { i += 1 }
    if j < new.count { j += 1 }
    while i < old.count || j < new.count {
      pass()
      let isCut = passed < edits.count && edits[passed].range.lowerBound < oldStart
      if isCut || oldStart + delta < newStart {
        guard i < old.count else { break }
        i += 1
      } else if oldStart + delta > newStart {
        guard j < new.count else { break }
        j += 1
      } else {
        break
      }
    }
    if i == old.count { j = new.count }
    if j == new.count { i = old.count }
    pass()
    let isLast = i == old.count
    return Pair(
      old: firstOld..<i, new: firstNew..<j,
      isTouched: isBelowInsertion || passed > firstEdit || isLast && passed < edits.count, isLast: isLast)
  }

  private var oldStart: Int { i < old.count ? old.start(of: i) : lengths.old }
  private var newStart: Int { j < new.count ? new.start(of: j) : lengths.new }

  /// Passes the edits that end where the next block begins. The bytes of an insertion there belong to the block before it.
  private mutating func pass() {
    while passed < edits.count, edits[passed].range.upperBound <= oldStart {
      delta += edits[passed].delta
      passed += 1
    }
  }
}
