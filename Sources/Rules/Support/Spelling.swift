import Transcript

/// Whether a text is read as a time of so many seconds.
func isSpelling(_ text: String, of seconds: Int) -> Bool {
  guard case .time(let stamp) = Timestamp.read(Array(text.utf8)) else { return false }
  return stamp.time.wholeSeconds == seconds
}
