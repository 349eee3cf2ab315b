/// `1 file`, `2 files`, `1,203 files`; a noun that has no plural, such as `information`, stays as it is.
public func counted(_ number: Int, _ noun: String) -> String {
  let isMass = noun == "information"
  return "\(grouped(number)) \(noun)\(number == 1 || isMass ? "" : "s")"
}

/// A whole number with a comma between thousands.
public func grouped(_ number: Int) -> String {
  guard number.magnitude >= 1000 else { return String(number) }
  return grouped(number / 1000) + "," + String((1000 + number.magnitude % 1000)).dropFirst()
}

/// A part of a whole in percent, rounded; 0 if the whole is 0.
public func percentage(_ part: Int, of whole: Int) -> Int {
  whole == 0 ? 0 : (part * 200 + whole) / (whole * 2)
}

/// A length in words that people use: `45 s`, `12 min`, `1 h 5 min`.
public func duration(_ seconds: Double) -> String {
  let seconds = Int(seconds.rounded())
  if seconds < 90 { return String(seconds) + " s" }
  let minutes = (seconds + 30) / 60
  if minutes < 60 { return String(minutes) + " min" }
  return minutes.isMultiple(of: 60) ? "\(grouped(minutes / 60)) h" : "\(grouped(minutes / 60)) h \(minutes % 60) min"
}
