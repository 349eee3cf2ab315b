import SourceText

/// Everything that was changed in a text, as edits of the original text in its order. Everything between the edits is
/// known to be unchanged.
public struct Changes: Sendable, Equatable {
  public private(set) var edits: [Edit]
  /// How many times, one after another, each edited range was changed.
  private var depths: [Int]
  /// By how many bytes the text before each edit has moved.
  private var shifts: [Int]

  /// - Parameter edits: in the order of the text, without overlaps.
  public init(_ edits: [Edit] = []) {
    self.edits = edits
    depths = Array(repeating: 1, count: edits.count)
    shifts = Self.shifts(of: edits)
  }

  private static func shifts(of edits: [Edit]) -> [Int] {
    var shifts: [Int] = []
    var delta = 0
    for edit in edits {
      shifts.append(delta)
      delta += edit.delta
    }
    return shifts + [delta]
  }

  /// The present range of a range of the original text. A range that an edit touches includes the whole replacement.
  public func moved(_ range: Range<Int>) -> Range<Int> {
    let first = edits.partitioningIndex { $0.range.upperBound >= range.lowerBound }
    let behind = edits.partitioningIndex { $0.range.lowerBound > range.upperBound }
    guard first < behind else { return range.shifted(by: shifts[first]) }
    let start = min(range.lowerBound, edits[first].range.lowerBound) + shifts[first]
    let end = max(range.upperBound, edits[behind - 1].range.upperBound) + shifts[behind]
    return start..<max(start, end)
  }

  /// The changes that lead back from the new text to the original one. Only their ranges are known, not the text.
  var inverted: Changes {
    Changes(
      zip(edits, shifts).map { edit, shift in
        let start = edit.range.lowerBound + shift
        return Edit(start..<(start + edit.replacement.count), Array(repeating: 0, count: edit.range.count))
      })
  }

  /// The ranges of the original text that were changed more than `limit` times, one change on top of the other.
  func places(changedMoreThan limit: Int) -> [Range<Int>] {
    edits.indices.filter { depths[$0] > limit }.map { edits[$0].range }
  }

  /// The text after these changes.
  public func applied(to text: Text) -> Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + (shifts.last ?? 0))
    var taken = 0
    for edit in edits {
      bytes += text.bytes[taken..<edit.range.lowerBound]
      bytes += edit.replacement
      taken = edit.range.upperBound
    }
    return Text(bytes + text.bytes[taken...])
  }

  /// Adds changes that were made to the changed text afterwards.
  ///
  /// Edits of both that touch become one.
  ///
  /// - Parameters:
  ///   - later: edits of `text`, in its order, without overlaps.
  ///   - text: the text after the changes so far.
  public mutating func follow(with later: [Edit], of text: Text) {
    var merged: [Edit] = []
    var depths: [Int] = []
    var (own, other) = (0, 0)
    // By how many bytes the changed text behind the edits passed so far is longer than the original one.
    var delta = 0
    while own < edits.count || other < later.count {
      let begin = min(
        own < edits.count ? edits[own].range.lowerBound + delta : .max,
        other < later.count ? later[other].range.lowerBound : .max)
      let start = begin - delta
      var (end, taken) = (begin, begin)
      var (depth, step) = (0, 0)
      var replacement: [UInt8] = []
      while true {
        if own < edits.count, edits[own].range.lowerBound + delta <= end {
          end = max(end, edits[own].range.lowerBound + delta + edits[own].replacement.count)
          delta += edits[own].delta
          depth = max(depth, self.depths[own])
          own += 1
        } else if other < later.count, later[other].range.lowerBound <= end {
          replacement += text.bytes[taken..<later[other].range.lowerBound] + later[other].replacement
          taken = later[other].range.upperBound
          end = max(end, taken)
          step = 1
          other += 1
        } else {
          break
        }
      }
      merged.append(Edit(start..<(end - delta), replacement + text.bytes[taken..<end]))
      depths.append(depth + step)
    }
    self = Changes(merged)
    self.depths = depths
  }
}
