import Transcript

/// What most segments of a transcript have, so that what one lacks is a mistake and not a style.
struct Habits {
  /// Whether turns have a time of their own.
  var timed: Bool
  /// Whether segments with a time have a label.
  var labelled: Bool

  init(_ reading: Reading) {
    let rows = reading.episode.rows
    var (timedCount, labelledCount, bothCount) = (0, 0, 0)
    for row in rows {
      if row.start != nil { timedCount += 1 }
      if row.speaker != nil {
        labelledCount += 1
        if row.start != nil { bothCount += 1 }
      }
    }
    timed = bothCount * 2 > labelledCount
    labelled = bothCount * 2 > timedCount
  }
}
