import Transcript

/// How fast a conversation goes, and how far a length of time is from what its words let expect.
struct Pace {
  /// Words a second.
  let rate: Double

  /// A strain that tells: three times what is usual.
  static let muchStrain = 9.0

  init(wordsPerSecond rate: Double) {
    self.rate = rate
  }

  /// Of so many words in so many seconds; an ordinary pace where that is none that people speak at.
  init(words: Int, seconds: Double) {
    rate = Self.isSpoken(words: words, seconds: seconds) ? Double(words) / seconds : 2.5
  }

  /// Whether people speak at this pace, or at least not much faster or slower.
  static func isSpoken(words: Int, seconds: Double) -> Bool {
    seconds > 0 && (0.5...6).contains(Double(words) / seconds)
  }

  /// How many seconds the words take.
  func seconds(_ words: Int) -> Double { Double(words) / rate }

  /// How unlikely it is that the words take so many seconds: the square of the distance from what is expected, with what
  /// is usual for one. A turn is easily a third longer or shorter, and a breath before it takes its seconds, too.
  func strain(words: Int, seconds: Double) -> Double {
    let expected = self.seconds(words)
    let usual = expected / 3 + 3
    let distance = (seconds - expected) / usual
    return distance * distance
  }

  /// Of those stretches between two starts that can be spoken in their time: beside a wrong start, one cannot.
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
