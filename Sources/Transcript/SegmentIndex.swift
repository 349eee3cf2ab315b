import SourceText

/// The segments of a transcript, and those of each speaker. They are collected in one pass, so that a rule that needs them for
/// each finding does not go through the whole text each time.
struct SegmentIndex: Sendable {
  /// All segments, by their blocks, in order.
  var segments: [Int] = []
  /// The segments with a label.
  var labelled: [Int] = []
  /// The segments of each speaker, by the speaker's number.
  var bySpeaker: [[Int]] = []
}

extension Reading {
  /// The segments in order, by their blocks.
  public func segments() -> [Int] { index.segments }

  /// The segments with a label, by their blocks, in order.
  public func segments(of speaker: Speakers.ID) -> [Int] {
    let place = Int(speaker.rawValue)
    let bySpeaker = index.bySpeaker
    return place < bySpeaker.count ? bySpeaker[place] : []
  }

  /// The nearest segment above a block.
  public func segment(above block: Int) -> Int? {
    let segments = index.segments
    let place = segments.partitioningIndex { $0 >= block }
    return place > 0 ? segments[place - 1] : nil
  }

  /// The nearest segment below a block.
  public func segment(below block: Int) -> Int? {
    let segments = index.segments
    let place = segments.partitioningIndex { $0 > block }
    return place < segments.count ? segments[place] : nil
  }

  /// The last segment above a block that carries a label.
  public func labelledSegment(above block: Int) -> Int? {
    let labelled = index.labelled
    let place = labelled.partitioningIndex { $0 >= block }
    return place > 0 ? labelled[place - 1] : nil
  }

  private var index: SegmentIndex {
    segmentIndex.value {
      var found = SegmentIndex()
      found.bySpeaker = Array(repeating: [], count: episode.speakers.capacity)
      for block in blocks.indices where kind(of: block) == .segment {
        found.segments.append(block)
        guard let speaker = episode.rows[block].speaker else { continue }
        found.labelled.append(block)
        found.bySpeaker[Int(speaker.rawValue)].append(block)
      }
      return found
    }
  }
}
