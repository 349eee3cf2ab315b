/// Cuts segments into cues: each fits into the lines of a caption, ends at the end of a sentence or behind a comma where it can,
/// and is shown while its words are said, in proportion to their length.
public struct CueCutting: Sendable {
  public var breaking: LineBreaking
  /// A cue that takes longer ends by then, in milliseconds.
  public var longest: Int
  /// A cue that takes less time is made longer at the cost of others, in milliseconds.
  public var shortest: Int
  /// The least time between two cues of a segment, in milliseconds.
  public var gap: Int
  /// Whether the label of a segment stands in its first line.
  public var showsLabels: Bool

  /// What people read in a second, for a segment of which nobody knows when it ends.
  private static let charactersPerSecond = 15

  public init(_ profile: CueProfile, showsLabels: Bool) {
    breaking = LineBreaking(profile)
    longest = Int((profile.longest ?? 7) * 1000)
    shortest = Int((profile.shortest ?? 0.8) * 1000)
    gap = profile.mayTouch ? 0 : Int(((profile.gap ?? 0) * 1000).rounded(.up))
    self.showsLabels = showsLabels
  }

  /// The script with a start and an end for each segment.
  ///
  /// - Parameter cuts: where a segment was cut or its end estimated.
  /// - Returns: Nil where no segment has a time, so that nothing can be shown at any time.
  public func cut(_ script: Script, cuts: inout Int) -> Script? {
    guard script.units.contains(where: { $0.start != nil }) else { return nil }
    var result = script
    result.elements.removeAll()
    for (element, span) in zip(script.elements, spans(of: script)) {
      guard case .unit(var unit) = element.content, let span else {
        result.elements.append(element)
        continue
      }
      let isEstimated = unit.end == nil
      (unit.start, unit.end) = (span.start, span.end)
      let cues = cues(of: unit)
      if cues.count > 1 || isEstimated { cuts += 1 }
      for cue in cues { result.elements.append(Script.Element(.unit(cue), place: element.place)) }
    }
    return result
  }

  private typealias Span = (start: Time, end: Time)

  /// When each segment begins and ends. Those with one time, and those without any behind them, share what lies before the next
  /// later one, in proportion to their words.
  private func spans(of script: Script) -> [Span?] {
    var spans: [Span?] = Array(repeating: nil, count: script.elements.count)
    var group: [(index: Int, unit: Script.Unit)] = []
    var start = Time(seconds: 0)
    func end(before next: Time?) {
      guard let last = group.last else { return }
      let total = group.reduce(0) { $0 + $1.unit.text.count + 1 }
      let estimate = Time(milliseconds: Int(start.milliseconds) + max(1000, total * 1000 / Self.charactersPerSecond))
      let end = last.unit.end ?? next.flatMap { $0 > start ? $0 : nil } ?? estimate
      let length = max(0, Int(end.milliseconds) - Int(start.milliseconds))
      var said = 0
      for (index, unit) in group {
        let from = Int(start.milliseconds) + length * said / total
        said += unit.text.count + 1
        let to = Int(start.milliseconds) + length * said / total
        spans[index] = (Time(milliseconds: from), unit.end ?? Time(milliseconds: to))
      }
      group.removeAll()
    }
    for (index, element) in script.elements.enumerated() {
      guard case .unit(let unit) = element.content else { continue }
      // What says when it ends is not moved by what begins with it.
      let isOwn = unit.end != nil || group.last?.unit.end != nil
      if let own = unit.start, isOwn || own != start {
        end(before: own)
        start = own
      }
      group.append((index, unit))
    }
    end(before: nil)
    return spans
  }

  // MARK: - One segment

  func cues(of unit: Script.Unit) -> [Script.Unit] {
    guard let start = unit.start, let end = unit.end else { return [unit] }
    let words = CaptionWord.words(of: unit.text)
    let indent = showsLabels ? (unit.speaker.map { $0.count + 2 } ?? 0) : 0
    let total = max(1, words.reduce(0) { $0 + $1.length + 1 })
    let length = max(0, Int(end.milliseconds) - Int(start.milliseconds))
    let fewest = length > 0 ? Double((shortest + gap) * total) / Double(length) : 0
    let chunks = chunks(of: words, indent: indent, fewest: fewest)
    guard chunks.count > 1 else { return [shortened(unit, to: end)] }
    var said = 0
    var cues: [Script.Unit] = []
    for chunk in chunks {
      let from = Int(start.milliseconds) + length * said / total
      said += words[chunk].reduce(0) { $0 + $1.length + 1 }
      let to = Int(start.milliseconds) + length * said / total
      var cue = unit
      cue.text = words[chunk].enumerated().map {
        $0.offset > 0 && $0.element.isSpaced ? " " + $0.element.text : $0.element.text
      }
      .joined()
      cue.start = Time(milliseconds: from)
      let isLast = chunk.upperBound == words.count
      let last = isLast || to - gap <= from ? to : to - gap
      cue.entries = cues.isEmpty ? unit.entries : []
      cues.append(shortened(cue, to: Time(milliseconds: last)))
    }
    return cues
  }

  /// A cue that does not stay until long after its words were said. One whose end was written keeps it.
  private func shortened(_ unit: Script.Unit, to end: Time) -> Script.Unit {
    var unit = unit
    let latest = Int(unit.start?.milliseconds ?? 0) + longest
    unit.end = min(end, Time(milliseconds: latest))
    return unit
  }

  /// The words of each cue, with the least cost: few cues, ends of sentences, no cue of a word or two, nor one that is gone
  /// before it is read.
  ///
  /// - Parameter fewest: how many characters are said in the shortest time.
  private func chunks(of words: [CaptionWord], indent: Int, fewest: Double) -> [Range<Int>] {
    guard breaking.count(of: words[...], indent: indent) > breaking.lines else { return [0..<words.count] }
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    var offsets = [0]
    for word in words { offsets.append(offsets[offsets.count - 1] + word.length + 1) }
    // Where the earliest cue may begin that ends here; it moves on only.
    var first = 0
    for end in 1...words.count {
      while first < end - 1, !fits(words[first..<end], indent: first == 0 ? indent : 0) { first += 1 }
      var least = (cost: Double.infinity, start: end - 1)
      for start in first..<end {
        var cost = best[start].cost + cost(words[start..<end], isLast: end == words.count)
        if Double(offsets[end] - offsets[start]) < fewest { cost += 2 }
        if cost < least.cost { least = (cost, start) }
      }
      best.append(least)
    }
    var chunks: [Range<Int>] = []
    var end = words.count
    while end > 0 {
      chunks.append(best[end].start..<end)
      end = best[end].start
    }
    return chunks.reversed()
  }

  private func fits(_ words: ArraySlice<CaptionWord>, indent: Int) -> Bool {
    breaking.count(of: words, indent: indent) <= breaking.lines
  }

  private func cost(_ words: ArraySlice<CaptionWord>, isLast: Bool) -> Double {
    var cost = 1.0
    if words.count < 3 { cost += 0.4 }
    guard !isLast, let last = words.last else { return cost }
    switch last.ending {
    case .sentence: break
    case .clause: cost += 0.2
    case .none: cost += 0.7
    }
    return cost
  }
}
