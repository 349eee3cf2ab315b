/// The first `limit` scalars of a text, and “…” where there are more: for quoting a text in a message.
public func shortened(_ text: String, to limit: Int = 60) -> String {
  guard text.utf8.count > limit,
    let end = text.unicodeScalars.index(
      text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
  else { return text }
  return String(text.unicodeScalars[..<end]) + "…"
}
