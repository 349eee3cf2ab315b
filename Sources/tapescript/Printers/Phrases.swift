/// `1 file`, `1,203 files`.
func count(_ number: Int, _ noun: String) -> String {
  let isMass = noun == "information"
  return "\(grouped(number)) \(noun)\(number == 1 || isMass ? "" : "s")"
}

/// A whole number with a comma between thousands.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return String(digits)
}

/// `45 s`, `12 min`, `1 h 5 min`.
func duration(_ seconds: Double) -> String {
  let seconds = Int(seconds.rounded())
  if seconds < 90 { return "\(seconds) s" }
  let minutes = (seconds + 30) / 60
  if minutes < 60 { return "\(minutes) min" }
  return minutes.isMultiple(of: 60) ? "\(grouped(minutes / 60)) h" : "\(grouped(minutes / 60)) h \(minutes % 60) min"
}
