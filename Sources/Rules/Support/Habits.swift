import Transcript

/// The features that at least three of four segments of a transcript have. A segment without such a feature is a
/// mistake and not a matter of style.
struct Habits {
  /// Whether turns have a time of their own.
  var timed: Bool
  /// Whether segments with a time have a label.
  var labelled: Bool
  /// Whether there are no labels and nearly every line has a time, as in captions. A line without a time is then no
  /// continuation of the line above.
  var timesEachLine: Bool
  /// Whether most labels have no time beside them.
  var isTimeless: Bool

  init(_ reading: Reading) {
    let rows = reading.episode.rows
    var (timedCount, labelledCount, bothCount, spokenCount) = (0, 0, 0, 0)
    for row in rows {
      if row.words > 0 { spokenCount += 1 }
      if row.start != nil { timedCount += 1 }
      if row.speaker != nil {
        labelledCount += 1
        if row.start != nil { bothCount += 1 }
      }
    }
    timed = labelledCount > 0 && bothCount * 4 >= labelledCount * 3
    isTimeless = labelledCount > 2 && timedCount * 2 <= labelledCount
    timesEachLine = labelledCount == 0 && timedCount >= 8 && timedCount * 10 >= spokenCount * 9
    labelled = timedCount > 0 && bothCount * 4 >= timedCount * 3
  }
}
