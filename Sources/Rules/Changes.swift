import SourceText

/// What became of a text: edits of the text as it was at first, in its order, so that everything between them is known
/// to have stayed.
public struct Changes: Sendable, Equatable {
  public private(set) var edits: [Edit]

  /// - Parameter edits: in the order of the text, without overlaps.
  public init(_ edits: [Edit] = []) {
    self.edits = edits
  }

  /// Where a stretch of the text as it was stands now. What an edit touches holds all of its replacement.
  public func moved(_ range: Range<Int>) -> Range<Int> {
    let first = edits.partitioningIndex { $0.range.upperBound >= range.lowerBound }
    var delta = edits[..<first].reduce(0) { $0 + $1.delta }
    var start = range.lowerBound + delta
    var end = range.upperBound + delta
    for edit in edits[first...] {
      guard edit.range.lowerBound <= range.upperBound else { break }
      start = min(start, edit.range.lowerBound + delta)
      delta += edit.delta
      end = max(range.upperBound, edit.range.upperBound) + delta
    }
    return start..<max(start, end)
  }

  /// Adds what became of the changed text afterwards.
  ///
  /// Edits of both that touch become one, since a text that was changed twice has changed once for whom it concerns.
  /// - Parameters:
  ///   - later: edits of `text`, in its order, without overlaps.
  ///   - text: the text with the changes that are known already.
  public mutating func follow(with later: [Edit], of text: Text) {
    var merged: [Edit] = []
    var (own, other) = (0, 0)
    // By how much the changed text is ahead of the first one behind the edits that were passed.
    var delta = 0
    while own < edits.count || other < later.count {
      let begin = min(
        own < edits.count ? edits[own].range.lowerBound + delta : .max,
        other < later.count ? later[other].range.lowerBound : .max)
      let start = begin - delta
      var (end, taken) = (begin, begin)
      var replacement: [UInt8] = []
      while true {
        if own < edits.count, edits[own].range.lowerBound + delta <= end {
          end = max(end, edits[own].range.lowerBound + delta + edits[own].replacement.count)
          delta += edits[own].delta
          own += 1
        } else if other < later.count, later[other].range.lowerBound <= end {
          replacement += text.bytes[taken..<later[other].range.lowerBound] + later[other].replacement
          taken = later[other].range.upperBound
          end = max(end, taken)
          other += 1
        } else {
          break
        }
      }
      merged.append(Edit(start..<(end - delta), replacement + text.bytes[taken..<end]))
    }
    edits = merged
  }
}
