import Transcript

/// A length in words that people use: `45 s`, `12 min`, `1 h 5 min`.
func phrase(seconds: Double) -> String {
  let seconds = Int(seconds + 0.5)
  if seconds < 90 { return String(seconds) + " s" }
  let minutes = (seconds + 30) / 60
  if minutes < 60 { return String(minutes) + " min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}

/// `1 word`, `2 words`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A part of a whole in percent, without decimals.
func percent(_ part: Int, of whole: Int) -> String {
  whole == 0 ? "0 %" : "\((part * 200 + whole) / (whole * 2)) %"
}

/// A span with its length: `2:09 – 3:11 · 62 s`.
func phrase(_ span: (start: Time, end: Time)) -> String {
  var phrase = span.start.description
  guard span.end > span.start else { return phrase }
  // An outline has one of these for each turn: memory is asked for once.
  phrase.reserveCapacity(40)
  phrase += " – "
  phrase += span.end.description
  phrase += " · "
  phrase += Features.phrase(seconds: span.end.seconds - span.start.seconds)
  return phrase
}
