import SourceText
import Transcript

/// A span with its length: `2:09 – 3:11 · 62 s`.
func phrase(_ span: (start: Time, end: Time)) -> String {
  var phrase = span.start.description
  guard span.end > span.start else { return phrase }
  // An outline has one of these for each turn, so memory is allocated once.
  phrase.reserveCapacity(40)
  phrase += " – "
  phrase += span.end.description
  phrase += " · "
  phrase += duration(span.end.seconds - span.start.seconds)
  return phrase
}
