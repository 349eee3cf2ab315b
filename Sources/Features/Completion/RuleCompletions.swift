import SourceText

/// In a comment that silences rules, the rules; nil elsewhere.
func ruleCompletions(_ place: CompletionPlace, _ rules: [(id: String, summary: String)]) -> [Completion]? {
  let before = place.reading.text.bytes[place.before]
  guard let word = before.firstRange(of: "tapescript-ignore".utf8) else { return nil }
  // The reason stands behind a colon.
  let names = before[word.upperBound...]
  guard !names.contains(UInt8(ascii: ":")), let first = names.first, first <= 0x20 || names.starts(with: "-file ".utf8)
  else { return nil }
  let start = names.lastIndex { !Ascii.isLetter($0) && !Ascii.isDigit($0) && $0 != UInt8(ascii: "-") }
  let range = (start.map { $0 + 1 } ?? names.startIndex)..<place.offset
  let typed = place.reading.text.string(range)
  let named = place.reading.text.string(names.startIndex..<range.lowerBound).split { $0 == " " || $0 == "," }
  return rules.filter { $0.id.hasPrefix(typed) && !named.contains(Substring($0.id)) }.map {
    Completion(kind: .rule, label: $0.id, detail: $0.summary, filter: $0.id, range: range, text: $0.id)
  }
}
