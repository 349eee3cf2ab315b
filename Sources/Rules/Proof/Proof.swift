import SourceText
import Transcript

/// Verifies that fixes change what they declare and nothing else in the content of a text.
///
/// A block that no edit touches and that is read as before has the same content, so only other blocks are compared.
struct Proof {
  /// A place where the content differs from what was declared.
  struct Breach {
    /// In bytes of the text before.
    var place: Range<Int>
    /// The words that are lost or new.
    var words: String
  }

  private let before: Reading
  /// The edits of all fixes, in the order of the text.
  private let edits: EditList
  /// The declared changes of ranges of values, and all other declared changes, in the order of the text.
  private let rewritings: [RewritingList]
  private let alterations: [Alteration]
  private let removed: [Range<Int>]

  /// - Parameters:
  ///   - joint: fixes that each stand for many.
  ///   - edits: the edits of all fixes, in the order of the text.
  init(_ before: Reading, _ fixes: [Fix], joint: [JointFix] = [], _ edits: EditList) {
    self.before = before
    self.edits = edits
    rewritings = [RewritingList(fixes.flatMap(\.rewritings))] + joint.map(\.rewritings)
    alterations = (fixes.flatMap(\.otherAlterations) + joint.flatMap(\.others))
      .sorted { ($0.offset, $0.rank) < ($1.offset, $1.rank) }
    removed = alterations.compactMap { if case .removal(let place, _) = $0 { place } else { nil } }
  }

  /// - Parameter whereTouched: whether to compare blocks that contain an edit.
  func breaches(in after: Reading, whereTouched: Bool = true) -> [Breach] {
    var breaches: [Breach] = []
    var pairs = AlignedBlocks(before.blocks, after.blocks, edits, (before.text.count, after.text.count))
    var rest = alterations[...]
    var rewritings = RewritingQueue(rewritings)
    while let pair = pairs.next() {
      let end = pair.isLast ? Int.max : before.blocks.range(of: pair.old.upperBound - 1).upperBound
      let own = rest.prefix { $0.offset < end || $0.offset == end && $0.isField }
      rest = rest.dropFirst(own.count)
      let isCompared = pair.isTouched ? whereTouched : !isSame(pair, after)
      if isCompared { breaches += compare(pair, &rewritings, before: end, Array(own), after) }
      while let place = rewritings.first?.place, place.lowerBound < end { rewritings.removeFirst() }
    }
    return breaches
  }

  /// Whether a block whose bytes are unchanged is read as before.
  private func isSame(_ pair: AlignedBlocks.Pair, _ after: Reading) -> Bool {
    guard pair.old.count == 1, pair.new.count == 1 else { return false }
    let (old, new) = (pair.old.lowerBound, pair.new.lowerBound)
    return before.kind(of: old) == after.kind(of: new) && before.blocks[old].level == after.blocks[new].level
      && before.blocks.parts(of: old) == after.blocks.parts(of: new)
  }

  private func compare(
    _ pair: AlignedBlocks.Pair, _ rewritings: inout RewritingQueue, before end: Int, _ alterations: [Alteration],
    _ after: Reading
  ) -> [Breach] {
    var expected = Content(before, pair.old)
    if let refused = expected.alter(&rewritings, before: end, alterations, copyOf: copy) {
      return [Breach(place: refused..<refused, words: "")]
    }
    let found = Content(after, pair.new).blocks
    let meant = expected.blocks
    let place = before.blocks.start(of: pair.old.first ?? 0)
    guard meant.count == found.count else {
      return difference(expected.pieces[...], found.joined().map { $0 }[...], place).map { [$0] } ?? []
    }
    return zip(meant, found).compactMap { difference($0, $1, $0.first?.place.lowerBound ?? place) }
  }

  /// The content of blocks that stay, so that copies of them may be removed.
  private func copy(_ place: Range<Int>) -> Content? {
    guard !removed.contains(where: { $0.overlaps(place) }), let first = before.blocks.index(at: place.lowerBound) else {
      return nil
    }
    let end = before.blocks.indices[first...].first { before.blocks.start(of: $0) >= place.upperBound }
    return Content(before, first..<(end ?? before.blocks.count))
  }

  private func difference(_ meant: ArraySlice<Content.Piece>, _ found: ArraySlice<Content.Piece>, _ place: Int)
    -> Breach?
  {
    let (meant, found) = (inOrder(meant), inOrder(found))
    let same = zip(meant, found).prefix { $0.says($1) }.count
    guard same < meant.count || same < found.count else { return nil }
    let piece = same < meant.count ? meant[same] : found[same]
    let start = same < meant.count ? piece.place.lowerBound : meant.last?.place.lowerBound ?? place
    return Breach(place: start..<start, words: String(decoding: piece.bytes, as: UTF8.self))
  }

  /// The pieces of each block, sorted by kind: it does not matter whether a segment gives the time or the speaker
  /// first.
  private func inOrder(_ pieces: ArraySlice<Content.Piece>) -> [Content.Piece] {
    var block = 0
    let ranked = pieces.enumerated().map { number, piece in
      if case .block = piece.kind { block += 1 }
      return (piece: piece, block: block, number: number)
    }
    return ranked.sorted { ($0.block, $0.piece.kind.rank, $0.number) < ($1.block, $1.piece.kind.rank, $1.number) }
      .map(\.piece)
  }
}

extension Alteration {
  fileprivate var isField: Bool {
    if case .field = self { true } else { false }
  }

  /// At one place, added fields sort before other alterations, so that they are applied last.
  fileprivate var rank: Int { isField ? 0 : 1 }
}
