import Transcript

/// What three of four segments of a transcript have, so that a segment without it is a mistake and not a style.
struct Habits {
  /// Whether turns have a time of their own.
  var timed: Bool
  /// Whether segments with a time have a label.
  var labelled: Bool
  /// Whether nobody is named and nearly every line has a time, as in captions: then one without is no continuation.
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
