/// Breaks the text of a cue into lines: at punctuation first, then so that the lines are about as long as each other.
public struct LineBreaking: Sendable, Equatable {
  /// The most lines of a cue.
  public var lines: Int
  /// The most characters of a line. A word that is longer stands on a line of its own.
  public var length: Int

  public init(lines: Int, length: Int) {
    (self.lines, self.length) = (max(1, lines), max(1, length))
  }

  /// That of most captions.
  public static let usual = LineBreaking(lines: 2, length: 42)

  /// As a profile has it.
  public init(_ profile: CueProfile) {
    self.init(lines: profile.lines ?? Self.usual.lines, length: profile.lineLength ?? Self.usual.length)
  }

  /// The lines of a text. There are more than `lines` only where it does not fit into them.
  ///
  /// - Parameter indent: how many characters stand before the first word on the first line.
  public func broken(_ text: String, indent: Int = 0) -> [String] {
    let words = CaptionWord.words(of: text)
    guard !words.isEmpty else { return [] }
    return starts(of: words[...], indent: indent).map { range in
      words[range].enumerated().map { $0.offset > 0 && $0.element.isSpaced ? " " + $0.element.text : $0.element.text }
        .joined()
    }
  }

  /// The pieces of each line, where no line may end inside of a piece. A blank stands between two of them.
  public func lines(of pieces: [String], indent: Int = 0) -> [Range<Int>] {
    let words = pieces.map { CaptionWord($0[...], isSpaced: true) }
    return words.isEmpty ? [] : starts(of: words[...], indent: indent)
  }

  /// How many lines the words need at the least.
  func count(of words: ArraySlice<CaptionWord>, indent: Int) -> Int {
    var count = 1
    var width = indent
    var isFirst = true
    for word in words {
      let wider = width + word.length + (word.isSpaced && !isFirst ? 1 : 0)
      if wider > length, width > 0 {
        count += 1
        width = word.length
      } else {
        width = wider
      }
      isFirst = false
    }
    return count
  }

  /// The words of each line.
  private func starts(of words: ArraySlice<CaptionWord>, indent: Int) -> [Range<Int>] {
    let count = count(of: words, indent: indent)
    guard count > 1 else { return [words.startIndex..<words.endIndex] }
    // What stands before the first word may fill a line by itself.
    guard count <= min(max(lines, 2), 4), count <= words.count else { return filled(words, indent: indent) }
    return balanced(words, into: count, indent: indent)
  }

  /// As many words on each line as it takes.
  private func filled(_ words: ArraySlice<CaptionWord>, indent: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = words.startIndex
    var width = indent
    for index in words.indices {
      let word = words[index]
      let wider = width + word.length + (index > start && word.isSpaced ? 1 : 0)
      if wider > length, index > start || width > 0 && index > words.startIndex {
        ranges.append(start..<index)
        (start, width) = (index, word.length)
      } else {
        width = wider
      }
    }
    return ranges + [start..<words.endIndex]
  }

  /// A fixed number of lines, with the least cost. A cue has few words, so all places are tried.
  private func balanced(_ words: ArraySlice<CaptionWord>, into count: Int, indent: Int) -> [Range<Int>] {
    var widths = [0]
    for word in words { widths.append(widths[widths.count - 1] + word.length + (word.isSpaced ? 1 : 0)) }
    func width(_ range: Range<Int>) -> Int {
      let first = words[words.startIndex + range.lowerBound]
      return widths[range.upperBound] - widths[range.lowerBound] - (first.isSpaced ? 1 : 0)
        + (range.lowerBound == 0 ? indent : 0)
    }
    let total = words.count
    // The least cost of the first words on some lines, and where the last of these lines begins.
    var best = [[Int: (cost: Double, start: Int)]](repeating: [:], count: count + 1)
    best[0][0] = (0, 0)
    for line in 1...count {
      for end in line...total {
        for start in stride(from: end - 1, through: line - 1, by: -1) {
          let width = width(start..<end)
          guard width <= length || end - start == 1 else { break }
          guard let before = best[line - 1][start] else { continue }
          let cost = before.cost + cost(width, words[words.startIndex + end - 1], isLast: end == total)
          if best[line][end].map({ cost < $0.cost }) ?? true { best[line][end] = (cost, start) }
        }
      }
    }
    guard best[count][total] != nil else { return filled(words, indent: indent) }
    var ranges: [Range<Int>] = []
    var end = total
    for line in stride(from: count, to: 0, by: -1) {
      let start = best[line][end]?.start ?? 0
      ranges.append((words.startIndex + start)..<(words.startIndex + end))
      end = start
    }
    return ranges.reversed()
  }

  /// Empty room counts by its square; a line that ends with a mark is worth half a line of it.
  private func cost(_ width: Int, _ last: CaptionWord, isLast: Bool) -> Double {
    let room = Double(length - width) / Double(length)
    let ending: Double =
      switch last.ending {
      case _ where isLast: 0
      case .sentence: 0
      case .clause: 0.05
      case .none: 0.35
      }
    return room * room + ending
  }
}
