import Transcript

/// Two segments with the same text.
struct Copies {
  var richer: Int
  var poorer: Int
  /// Whether the copy with less information has the same time and speaker as the other one, or none.
  var isCertain: Bool
  /// Whether the text is so long that it was certainly not said twice.
  var isLong: Bool

  init(_ reading: Reading, _ first: Int, _ second: Int) {
    let (one, other) = (reading.episode.rows[first], reading.episode.rows[second])
    func says(_ poor: Episode.Row, noMoreThan rich: Episode.Row) -> Bool {
      (poor.start == nil || poor.start == rich.start) && (poor.speaker == nil || poor.speaker == rich.speaker)
    }
    let isSecondPoorer = says(other, noMoreThan: one)
    isCertain = isSecondPoorer || says(one, noMoreThan: other)
    (richer, poorer) = isSecondPoorer || !isCertain ? (first, second) : (second, first)
    isLong = one.words >= 20
  }
}

extension Reading {
  /// The second copy of each segment that occurs twice, by its block; if one of the two copies has less information,
  /// that one.
  func secondCopies(_ repeats: [Repeats]) -> Set<Int> {
    Set(
      repeats.filter { $0.segments.count == 2 && $0.areExact }.map {
        Copies(self, $0.segments[0], $0.segments[1]).poorer
      })
  }
}
