import SourceText
import Transcript

/// All times from a place of a text to its end, which move together.
struct MovingTimes {
  private let reading: Reading
  private let move: TimeMove
  private let blocks: [Int]
  /// Times above it stay, in bytes of the text.
  private let offset: Int
  /// For people: how they move.
  private let what: String

  init(_ reading: Reading, _ move: TimeMove, from block: Int, _ offset: Int = 0, what: String) {
    (self.reading, self.move, self.offset, self.what) = (reading, move, offset, what)
    blocks = reading.blocks.indices[block...].filter { [.segment, .header].contains(reading.kind(of: $0)) }
  }

  var changes: [Change] { blocks.map { .moveTimes(block: $0, from: offset, move) } }

  /// The edits, or the reason why there can be none.
  ///
  /// - Parameters:
  ///   - label: what they do, given how many times move.
  ///   - note: what people should know about it.
  func result(label: (Int) -> String, note: String) -> RenameResult {
    guard let edits = reading.edits(for: changes) else { return .refusal(obstacle) }
    let counts = counts
    var note = note
    if counts.unread > 0 {
      note += " \(counted(counts.unread, "time")) that cannot be read stay as they are."
    }
    return .renaming(Renaming(edits: edits, label: label(counts.moved), note: note))
  }

  /// How many segments and sections have a time that moves, and how many times cannot be read.
  private var counts: (moved: Int, unread: Int) {
    var (moved, unread) = (0, 0)
    for block in blocks {
      var moves = false
      for part in reading.blocks.parts(of: block) where reading.range(of: part, in: block).lowerBound >= offset {
        switch part.kind {
        case .start, .seconds, .end, .inlineTime, .title:
          if writtenTime(reading, part, in: block) != nil {
            moves = true
          } else if part.kind == .start || part.kind == .end, part.length > 0 {
            unread += 1
          }
        default: break
        }
      }
      if moves { moved += 1 }
    }
    return (moved, unread)
  }

  /// Why the times cannot move, for people.
  private var obstacle: String {
    var earliest: Time?
    for block in blocks {
      for part in reading.blocks.parts(of: block) {
        guard [.start, .end, .seconds, .inlineTime].contains(part.kind),
          reading.range(of: part, in: block).lowerBound >= offset, let time = writtenTime(reading, part, in: block)
        else { continue }
        earliest = min(earliest ?? time, time)
      }
    }
    if let earliest, move.isBeforeRecording(earliest) {
      return "The times cannot move \(what): \(earliest.description) would be before the recording begins."
    }
    return "The times cannot move \(what): some of them would be too late to be written."
  }
}
