import Transcript

/// Two segments with the same text.
struct Copies {
  var richer: Int
  var poorer: Int
  /// Whether the one with less information has neither another time nor another speaker than the other one.
  var isCertain: Bool
  /// Whether it is so long that nobody would say it twice.
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
  /// The second copies of segments that occur twice, by their blocks; the copy with less information, where one has
  /// less.
  func secondCopies(_ repeats: [Repeats]) -> Set<Int> {
    Set(
      repeats.filter { $0.segments.count == 2 && $0.areExact }.map {
        Copies(self, $0.segments[0], $0.segments[1]).poorer
      })
  }
}
