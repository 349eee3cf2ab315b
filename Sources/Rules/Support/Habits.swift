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
    let (episode, speakers) = (reading.episode, reading.episode.speakers)
    timed = speakers.labelled > 0 && speakers.timed * 4 >= speakers.labelled * 3
    isTimeless = speakers.labelled > 2 && episode.timed * 2 <= speakers.labelled
    timesEachLine = speakers.labelled == 0 && episode.timed >= 8 && episode.timed * 10 >= episode.spoken * 9
    labelled = episode.timed > 0 && speakers.timed * 4 >= episode.timed * 3
  }
}
