import SourceText

/// The line on a terminal that says how far a long check has come.
struct Progress: Sendable {
  private let files: Int
  private var done = 0
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// Shorter checks show no progress.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(files: Int, now: ContinuousClock.Instant = .now) {
    self.files = files
    next = now + Self.patience
  }

  /// Counts one more file; returns the new line, if it is time for one.
  mutating func step(now: ContinuousClock.Instant = .now) -> String? {
    done += 1
    guard now >= next, done < files else { return nil }
    next = now + Self.interval
    isShown = true
    return "\r\(grouped(done)) of \(counted(files, "file"))\u{1B}[K"
  }

  /// What must be written to remove the line; nil where there is none.
  mutating func hide() -> String? {
    defer { isShown = false }
    return isShown ? "\r\u{1B}[K" : nil
  }
}
