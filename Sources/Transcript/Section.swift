/// The part of a transcript from one header to the next.
public struct Section: Sendable {
  /// The block of the header; nil for the part above the first header, or in a transcript without headers.
  public var header: Int?
  /// Nil where there is no header.
  public var title: String?
  public var level: Int
  /// The blocks behind the header that belong to this section.
  public var blocks: Range<Int>
  /// The segments of this section, by their blocks; a piece of the list of all.
  public var segments: ArraySlice<Int>
}

/// A turn: neighbouring segments of one speaker with one time or without a time. It ends at a header.
public struct Turn: Sendable {
  /// The segments, by their blocks, at least one; a piece of the list that holds the turn.
  public var segments: ArraySlice<Int>
  /// Who speaks. A segment without a label continues the speaker above it.
  public var speaker: Speakers.ID?
  public var start: Time?

  public var first: Int { segments[segments.startIndex] }
  public var last: Int { segments[segments.endIndex - 1] }
}

extension Reading {
  /// The sections in order. Segments above the first header are a section without a title, as is a whole transcript
  /// without headers. A text with neither a segment nor a header has no section.
  public func sections() -> [Section] {
    var sections: [Section] = []
    let segments = segments()
    var place = 0
    func add(_ header: Int?, from first: Int, to end: Int) {
      let start = place
      while place < segments.count, segments[place] < end { place += 1 }
      guard header != nil || place > start else { return }
      sections.append(
        Section(
          header: header, title: header.map { string(.title, of: $0) ?? "" },
          level: header.map { Int(blocks[$0].level) } ?? 1, blocks: first..<end, segments: segments[start..<place]))
    }
    var header: Int?
    for index in blocks.indices where kind(of: index) == .header {
      add(header, from: header.map { $0 + 1 } ?? 0, to: index)
      header = index
    }
    add(header, from: header.map { $0 + 1 } ?? 0, to: blocks.count)
    return sections
  }

  /// The turns of a run of segments, given by their blocks.
  public func turns(of segments: ArraySlice<Int>) -> [Turn] {
    var turns: [Turn] = []
    forEachTurn(of: segments) { places, speaker, start in
      turns.append(Turn(segments: segments[places], speaker: speaker, start: start))
    }
    return turns
  }

  /// Passes on the turns of a run of segments, given by their blocks: the places of their segments in the run, the
  /// speaker and the start.
  func forEachTurn(of segments: ArraySlice<Int>, _ body: (Range<Int>, Speakers.ID?, Time?) -> Void) {
    guard !segments.isEmpty else { return }
    var first = segments.startIndex
    var (speaker, start): (Speakers.ID?, Time?) = (nil, nil)
    for place in segments.indices {
      let row = episode.rows[segments[place]]
      let own = self.speaker(of: segments[place])
      // A segment without a label or a time continues the turn above it. A cue does so whatever its time is.
      let isPiece = row.end != nil && speaker != nil
      if place > segments.startIndex, own == nil || own == speaker, row.start == nil || row.start == start || isPiece {
        continue
      }
      if place > first { body(first..<place, speaker, start) }
      (first, speaker, start) = (place, own ?? speaker, row.start)
    }
    body(first..<segments.endIndex, speaker, start)
  }
}
