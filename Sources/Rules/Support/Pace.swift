import Transcript

/// The pace of a conversation, and how much a length of time differs from the one that its words would take.
struct Pace {
  /// Words a second.
  let rate: Double

  /// A strain that is high enough to count: the length differs by three times the usual amount.
  static let muchStrain = 9.0

  init(wordsPerSecond rate: Double) {
    self.rate = rate
  }

  /// The pace of so many words in so many seconds; if people do not speak at this pace, an ordinary one.
  init(words: Int, seconds: Double) {
    rate = Self.isSpoken(words: words, seconds: seconds) ? Double(words) / seconds : 2.5
  }

  /// Whether people speak about as fast as this.
  static func isSpoken(words: Int, seconds: Double) -> Bool {
    seconds > 0 && (0.5...6).contains(Double(words) / seconds)
  }

  /// How many seconds the words take.
  func seconds(_ words: Int) -> Double { Double(words) / rate }

  /// How unlikely it is that the words take so many seconds: the square of the difference from the expected length,
  /// divided by the usual difference. Usual is a third of the length and three seconds, since a turn may begin with a
  /// pause.
  func strain(words: Int, seconds: Double) -> Double {
    let expected = self.seconds(words)
    let usual = expected / 3 + 3
    let distance = (seconds - expected) / usual
    return distance * distance
  }

  /// The pace of a transcript. Stretches between two starts whose words cannot be spoken in their time are left out,
  /// since one of their starts is wrong.
  init(_ reading: Reading) {
    var total = (words: 0, seconds: 0.0)
    var last: Time?
    var words = 0
    for index in reading.episode.rows.indices {
      if let time = reading.episode.start(of: index), time != last {
        let seconds = time.seconds - (last ?? time).seconds
        if Self.isSpoken(words: words, seconds: seconds) { total = (total.words + words, total.seconds + seconds) }
        (last, words) = (time, 0)
      }
      words += Int(reading.episode.rows[index].words)
    }
    self.init(words: total.words, seconds: total.seconds)
  }
}
