/// Counts how the times of a transcript are written, so that a slip in one of them can be told from the habit of the
/// file.
struct TimeSpellings: Sendable, Equatable {
  /// Times with hours and fewer than ten minutes: those with one digit of minutes, `1:0:08`, and those with two,
  /// `1:00:08`.
  private var short = 0
  private var padded = 0
  /// Times with a fraction, times without one, and times with hours.
  private var fractions = 0
  private var wholes = 0
  private var hours = 0

  mutating func add(_ row: Episode.Row) { count(row, 1) }
  mutating func remove(_ row: Episode.Row) { count(row, -1) }

  private mutating func count(_ row: Episode.Row, _ step: Int) {
    let style = row.startStyle
    guard let time = row.start, style.minuteDigits > 0 else { return }
    if style.fractionDigits > 0 { fractions += step } else { wholes += step }
    guard style.hourDigits > 0 else { return }
    hours += step
    guard time.wholeSeconds / 60 % 60 < 10 else { return }
    if style.minuteDigits == 1 { short += step } else { padded += step }
  }

  /// Whether a time that can be read is a slip, because at least four of five others are written differently: the
  /// minutes lost a zero, as in `1:0:08` for `1:00:08`, or a colon became a point, as in `00:00.12` for `00:00:12`.
  func isSlip(_ row: Episode.Row) -> Bool {
    let style = row.startStyle
    if style.hourDigits > 0 { return style.minuteDigits == 1 && padded >= 4 * short && padded > 0 }
    return style.fractionDigits == 2 && hours > 0 && wholes >= 4 * fractions
  }
}
