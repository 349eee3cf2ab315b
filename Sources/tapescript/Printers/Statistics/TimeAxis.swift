import Transcript

/// The time of a recording from left to right.
struct TimeAxis {
  /// In seconds, at round intervals: 1, 2, 5, 10, 15 or 30 seconds or minutes, or hours.
  let marks: [Double]
  private let start: Double
  private let end: Double
  private let left: Double
  private let width: Double

  /// - Parameters:
  ///   - from, to: in seconds.
  ///   - left, width: in pixels.
  init(from: Double, to: Double, left: Double, width: Double) {
    // About one mark for every hundred pixels.
    let steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400].map(Double.init)
    let step = steps.first { (to - from) / $0 <= width / 80 } ?? ((to - from) / 36000).rounded(.up) * 3600
    // A recording begins at zero, unless what is transcribed is a late part of it.
    start = from < (to - from) / 2 ? 0 : (from / step).rounded(.down) * step
    end = max(to, start + step)
    marks = Array(stride(from: start, through: end, by: step))
    self.left = left
    self.width = width
  }

  /// In pixels; what lies outside stands at the edge.
  func x(_ time: Time) -> Double { x(seconds: time.seconds) }

  func x(seconds: Double) -> Double {
    left + (min(max(seconds, start), end) - start) / (end - start) * width
  }
}
