import Features
import LSP
import SourceText
import Transcript

/// The tokens of a document as numbers of the protocol, kept up to date block by block.
///
/// The tokens of a block depend on the block, on the order of the speakers, and on the uncertain passages in it. So
/// after an edit only the blocks that were read again are looked at, and the first token behind them, which counts
/// from the one before. If speakers or other passages have changed, everything is made again.
struct TokenTable {
  /// A passage, by its block and its place in it.
  private struct Passage: Equatable {
    var block: Int
    /// In bytes of the block.
    var range: Range<Int>
  }

  private let encoder: TokenEncoder
  /// Five numbers for each token.
  private(set) var data: [UInt32] = []
  /// For each block, which token is its first.
  private var firsts: [Int] = []
  private var order: [Speakers.ID] = []
  private var passages: [Passage] = []
  /// How many blocks at the beginning and at the end have not changed since the last update.
  private var before = 0
  private var behind = 0

  init(_ encoder: TokenEncoder) { self.encoder = encoder }

  func isMade(by encoder: TokenEncoder) -> Bool { self.encoder == encoder }

  /// Notes that some blocks were replaced.
  ///
  /// - Parameter count: the number of blocks before the change.
  mutating func note(_ change: Blocks.Change, of count: Int) {
    before = min(before, change.removed.lowerBound)
    behind = min(behind, count - change.removed.upperBound)
  }

  /// Brings the numbers up to date.
  ///
  /// - Parameter uncertain: the uncertain passages, in order, in bytes of the text.
  mutating func update(_ reading: Reading, uncertain: [Range<Int>]) {
    let order = speakersInOrder(reading)
    let passages = uncertain.compactMap { range in
      reading.blocks.index(at: range.lowerBound).map { block in
        let start = reading.blocks.start(of: block)
        return Passage(block: block, range: (range.lowerBound - start)..<(range.upperBound - start))
      }
    }
    let count = reading.blocks.count
    // An edit that replaces all blocks leaves none on either side.
    var removed = before..<max(before, firsts.count - behind)
    var inserted = before..<max(before, count - behind)
    if order != self.order || !isSame(passages, besides: removed, inserted) {
      removed = firsts.indices
      inserted = 0..<count
    }
    self.passages = passages
    self.order = order
    replace(removed, by: inserted, reading, uncertain)
    (before, behind) = (count, count)
  }

  private func isSame(_ passages: [Passage], besides removed: Range<Int>, _ inserted: Range<Int>) -> Bool {
    let old = self.passages.filter { !removed.contains($0.block) }.map { passage in
      var passage = passage
      if passage.block >= removed.upperBound { passage.block += inserted.count - removed.count }
      return passage
    }
    return old == passages.filter { !inserted.contains($0.block) }
  }

  private mutating func replace(
    _ removed: Range<Int>, by inserted: Range<Int>, _ reading: Reading, _ uncertain: [Range<Int>]
  ) {
    func first(_ block: Int) -> Int { block < firsts.count ? firsts[block] : data.count / 5 }
    let old = first(removed.lowerBound)..<first(removed.upperBound)
    var run = encoder.run(reading, order, uncertain)
    if let block = lastBlock(withTokensBefore: removed.lowerBound) { run.skip(block) }
    var fresh: [Int] = []
    fresh.reserveCapacity(inserted.count)
    for block in inserted {
      fresh.append(old.lowerBound + run.data.count / 5)
      run.append(block)
    }
    let delta = run.data.count / 5 - old.count
    if delta != 0 { for block in removed.upperBound..<firsts.count { firsts[block] += delta } }
    data.replaceSubrange((old.lowerBound * 5)..<(old.upperBound * 5), with: run.data)
    firsts.replaceSubrange(removed, with: fresh)
    // The token behind counts from another one now.
    let next = inserted.upperBound
    guard next < firsts.count else { return }
    let token = firsts[next]
    guard token * 5 < data.count else { return }
    let block = firsts[next...].partitioningIndex { $0 > token } - 1
    run.restart()
    run.append(block)
    data.replaceSubrange((token * 5)..<(token * 5 + 5), with: run.data.prefix(5))
  }

  private func lastBlock(withTokensBefore end: Int) -> Int? {
    let token = (end < firsts.count ? firsts[end] : data.count / 5) - 1
    return token < 0 ? nil : firsts[..<end].partitioningIndex { $0 > token } - 1
  }
}
