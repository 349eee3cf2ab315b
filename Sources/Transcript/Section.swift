/// The part of a transcript from one header to the next.
public struct Section: Sendable {
  /// The block of the header; nil for the part above the first header, or in a transcript without headers.
  public var header: Int?
  /// Nil where there is no header.
  public var title: String?
  public var level: Int
  /// The blocks behind the header that belong to this section.
  public var blocks: Range<Int>
  /// The segments of this section, by their blocks.
  public var segments: [Int]
}

/// A turn: neighbouring segments of one speaker with one time or without a time. It ends at a header.
public struct Turn: Sendable {
  /// The segments, by their blocks.
  public var segments: [Int]
  /// Who speaks. A segment without a label continues the speaker above it.
  public var speaker: Speakers.ID?
  public var start: Time?
}

extension Reading {
  /// The sections in order. Segments above the first header are a section without a title, as is a whole transcript
  /// without headers. A text with neither a segment nor a header has no section.
  public func sections() -> [Section] {
    var sections: [Section] = []
    var current = Section(header: nil, title: nil, level: 1, blocks: 0..<0, segments: [])
    for index in blocks.indices {
      switch kind(of: index) {
      case .header:
        current.blocks = current.blocks.lowerBound..<index
        if current.header != nil || !current.segments.isEmpty { sections.append(current) }
        current = Section(
          header: index, title: string(.title, of: index) ?? "", level: Int(blocks[index].level),
          blocks: (index + 1)..<(index + 1), segments: [])
      case .segment: current.segments.append(index)
      case .metadata, .prose, .conflict: break
      }
    }
    current.blocks = current.blocks.lowerBound..<blocks.count
    if current.header != nil || !current.segments.isEmpty { sections.append(current) }
    return sections
  }

  /// The turns of a run of segments, given by their blocks.
  public func turns(of segments: [Int]) -> [Turn] {
    var turns: [Turn] = []
    // Speaker and start of the last turn. A copy of the turn would share its segments, and each append would have to
    // copy all of them.
    var (speaker, start): (Speakers.ID?, Time?) = (nil, nil)
    for index in segments {
      let row = episode.rows[index]
      let own = self.speaker(of: index)
      // A segment without a label or a time continues the turn above it. A cue does so whatever its time is.
      let isPiece = row.end != nil && speaker != nil
      if !turns.isEmpty, own == nil || own == speaker, row.start == nil || row.start == start || isPiece {
        turns[turns.count - 1].segments.append(index)
      } else {
        (speaker, start) = (own ?? speaker, row.start)
        turns.append(Turn(segments: [index], speaker: speaker, start: start))
      }
    }
    return turns
  }
}
