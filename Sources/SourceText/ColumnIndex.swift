import Synchronization

/// Known columns within long lines, so that a column need not be counted from the beginning of its line each time.
///
/// A line is counted once, when something on it is first asked for. A text that is edited gets a new index.
final class ColumnIndex: Sendable {
  /// A place at the beginning of a scalar.
  struct Checkpoint {
    /// In bytes from the start of the text.
    var offset: Int
    /// In the units of an encoding, from the start of the line.
    var column: Int
  }

  private struct Key: Hashable {
    var lineStart: Int
    var encoding: PositionEncoding
  }

  /// How many bytes lie between two checkpoints; shorter lines have none.
  static let spacing = 1024

  private let lines = Mutex<[Key: [Checkpoint]]>([:])

  /// The last checkpoint of a line for which `precedes` holds. It must hold for all checkpoints before that one, too.
  ///
  /// - Parameter count: makes the checkpoints of the line. It is called once for each line.
  func last(
    of line: Range<Int>, in encoding: PositionEncoding, counting count: () -> [Checkpoint],
    where precedes: (Checkpoint) -> Bool
  ) -> Checkpoint {
    let first = Checkpoint(offset: line.lowerBound, column: 0)
    guard line.count > Self.spacing else { return first }
    let key = Key(lineStart: line.lowerBound, encoding: encoding)
    return lines.withLock { lines in
      let checkpoints = lines[key] ?? count()
      lines[key] = checkpoints
      let place = checkpoints.partitioningIndex { !precedes($0) }
      return place > 0 ? checkpoints[place - 1] : first
    }
  }
}
