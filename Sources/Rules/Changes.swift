import SourceText

/// The difference between a first text and a changed one, as edits of the first text in its order. The text between the
/// edits is unchanged.
public struct Changes: Sendable, Equatable {
  public private(set) var edits: EditList
  /// For each edit: how many changes were made at its place, one on top of the other.
  private var depths: [UInt8]
  /// By how many bytes the text before each edit has moved.
  private var shifts: [Int32]

  /// - Parameter edits: in the order of the text, without overlaps.
  public init(_ edits: EditList = []) {
    self.init(edits, depths: Array(repeating: 1, count: edits.count))
  }

  private init(_ edits: EditList, depths: [UInt8]) {
    (self.edits, self.depths) = (edits, depths)
    shifts = []
    shifts.reserveCapacity(edits.count + 1)
    var delta = 0
    for edit in edits {
      shifts.append(Int32(clamping: delta))
      delta += edit.delta
    }
    shifts.append(Int32(clamping: delta))
  }

  /// The place of a range of the first text in the changed text. If an edit touches the range, the result includes the
  /// whole replacement.
  public func moved(_ range: Range<Int>) -> Range<Int> {
    let first = edits.partitioningIndex { $0.range.upperBound >= range.lowerBound }
    let behind = edits.partitioningIndex { $0.range.lowerBound > range.upperBound }
    guard first < behind else { return range.shifted(by: Int(shifts[first])) }
    let start = min(range.lowerBound, edits[first].range.lowerBound) + Int(shifts[first])
    let end = max(range.upperBound, edits[behind - 1].range.upperBound) + Int(shifts[behind])
    return start..<max(start, end)
  }

  /// The changes that lead from the changed text back to the first one. Only their ranges are right; their bytes are
  /// zeros.
  var inverted: Changes {
    Changes(
      EditList(
        zip(edits, shifts).lazy.map { edit, shift in
          let start = edit.range.lowerBound + Int(shift)
          return Edit(start..<(start + edit.replacement.count), Array(repeating: 0, count: edit.range.count))
        }))
  }

  /// The ranges of the first text that were changed more than `limit` times, one change on top of the other.
  func places(changedMoreThan limit: Int) -> [Range<Int>] {
    edits.indices.filter { depths[$0] > limit }.map { edits[$0].range }
  }

  /// The text after these changes.
  public func applied(to text: Text) -> Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + max(0, Int(shifts.last ?? 0)))
    var taken = 0
    for edit in edits {
      bytes += text.bytes[taken..<edit.range.lowerBound]
      bytes += edit.replacement
      taken = edit.range.upperBound
    }
    return Text(bytes + text.bytes[taken...])
  }

  /// Adds later edits of the changed text.
  ///
  /// Edits that touch become one, so that each range of the first text has at most one edit.
  /// - Parameters:
  ///   - later: edits of `text`, in its order, without overlaps.
  ///   - text: the text after the changes so far.
  public mutating func follow(with later: EditList, of text: Text) {
    guard !edits.isEmpty else {
      self = Changes(later)
      return
    }
    var merged = EditList()
    var depths: [UInt8] = []
    var (own, other) = (0, 0)
    // How many bytes longer the changed text is than the first one, up to the edits that were passed.
    var delta = 0
    while own < edits.count || other < later.count {
      let begin = min(
        own < edits.count ? edits[own].range.lowerBound + delta : .max,
        other < later.count ? later[other].range.lowerBound : .max)
      let start = begin - delta
      var (end, taken) = (begin, begin)
      var (depth, step): (UInt8, UInt8) = (0, 0)
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
      depths.append(min(depth, .max - 1) + step)
    }
    self = Changes(merged, depths: depths)
  }
}
