/// The beginning of a text that is to be quoted to people: at most so many scalars, with a sign where there are more.
public func shortened(_ text: String, to limit: Int = 60) -> String {
  guard text.utf8.count > limit,
    let end = text.unicodeScalars.index(
      text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
  else { return text }
  return String(text.unicodeScalars[..<end]) + "…"
}
