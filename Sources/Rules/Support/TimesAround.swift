import SourceText
import Transcript

/// How times are written around a place. One time does not always show how others are written: behind `59:58` may come
/// `1:00:04` or `60:04`. The nearest time that shows it is followed, since a file made of two others has two styles.
struct TimesAround {
  /// The numbers of digits that some times show, with their blocks, in order.
  private typealias Told = [(block: Int, digits: Int)]

  private var minutes: Told = []
  private var hoursBelowAnHour: Told = []
  private var hoursAboveAnHour: Told = []

  init(_ reading: Reading) {
    for index in reading.episode.rows.indices {
      let style = reading.episode.rows[index].startStyle
      guard let time = reading.episode.start(of: index), style.minuteDigits > 0 else { continue }
      if time.wholeSeconds >= 3600 {
        hoursAboveAnHour.append((index, Int(style.hourDigits)))
      } else {
        hoursBelowAnHour.append((index, Int(style.hourDigits)))
        if style.hourDigits == 0, time.wholeSeconds < 600 { minutes.append((index, Int(style.minuteDigits))) }
      }
    }
  }

  /// A time of a block, completed with the digits that other times are written with there.
  func completed(_ stamp: Timestamp, at block: Int) -> Timestamp {
    var stamp = stamp
    let isBelowAnHour = stamp.time.wholeSeconds < 3600
    let hasHours = stamp.style.hourDigits > 0
    if !stamp.showsMinuteWidth, let digits = nearest(minutes, block) { stamp.minuteWidth = digits }
    if !isBelowAnHour, hasHours, let digits = nearest(hoursBelowAnHour, block) { stamp.hourWidthBelowAnHour = digits }
    if isBelowAnHour, !hasHours, let digits = nearest(hoursAboveAnHour, block) { stamp.hourWidthAboveAnHour = digits }
    return stamp
  }

  private func nearest(_ told: Told, _ block: Int) -> Int? {
    let below = told.partitioningIndex { $0.block >= block }
    let candidates = told[max(0, below - 1)..<min(told.count, below + 1)]
    return candidates.min { abs($0.block - block) < abs($1.block - block) }?.digits
  }
}
