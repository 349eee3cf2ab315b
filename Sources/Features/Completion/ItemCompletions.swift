import SourceText
import Transcript

/// In a list of items with keys: the keys that the item lacks, the speakers and the next time as values, and a whole new
/// item. Nil if the items around are not written with keys, or the cursor is elsewhere.
func itemCompletions(_ place: CompletionPlace) -> [Completion]? {
  let reading = place.reading
  guard let model = (place.above().prefix(3) + place.below().prefix(1)).first(where: reading.isItem),
    place.block.map({ $0 >= model || $0 + 1 == model }) ?? false, place.isAtEnd,
    place.before.lowerBound == place.line.lowerBound, !reading.isFlowItem(model)
  else { return nil }
  let bytes = reading.text.bytes
  var rest = place.before.drop { bytes[$0] == 0x20 }
  let isFirst = rest.first.map { bytes[$0] == UInt8(ascii: "-") } ?? false
  if isFirst { rest = rest.dropFirst().drop { bytes[$0] == 0x20 } }
  let typed = rest.startIndex..<place.offset
  if let colon = typed.first(where: { bytes[$0] == UInt8(ascii: ":") }) {
    guard colon + 1 < place.offset, bytes[colon + 1] == 0x20 else { return nil }
    let value = ((colon + 1)..<place.offset).drop { bytes[$0] == 0x20 }
    return valueCompletions(
      place, key: reading.text.string(typed.lowerBound..<colon), value.startIndex..<place.offset, model)
  }
  guard typed.allSatisfy({ Ascii.isLetter(bytes[$0]) || bytes[$0] == UInt8(ascii: "_") }) else { return nil }
  let keys = keyCompletions(place, typed, isFirst: isFirst, model)
  return keys + (typed.isEmpty ? wholeItems(place) : [])
}

/// The keys of the items around, in their order, without those that this item has.
private func keyCompletions(_ place: CompletionPlace, _ typed: Range<Int>, isFirst: Bool, _ model: Int) -> [Completion]
{
  let reading = place.reading
  let prefix = reading.text.string(typed)
  let own = isFirst ? [] : keysAbove(place)
  var keys: [String] = []
  for item in [model] + place.above().prefix(30) + place.below().prefix(10) where reading.isItem(item) {
    let names = reading.blocks.parts(of: item).filter { $0.kind == .key }.map { reading.string(of: $0, in: item) }
    for name in names where !keys.contains(name) { keys.append(name) }
  }
  return keys.filter { $0.hasPrefix(prefix) && !own.contains($0) }.map { key in
    Completion(kind: .key, label: visible(key), filter: key, range: typed, text: key + ": ")
  }
}

/// The keys on the lines of this item above the cursor.
private func keysAbove(_ place: CompletionPlace) -> [String] {
  let text = place.reading.text
  var keys: [String] = []
  let number = text.line(at: place.line.lowerBound)
  for line in stride(from: number - 1, through: max(0, number - 40), by: -1) {
    let content = text.content(ofLine: line).drop { text.bytes[$0] == 0x20 }
    let isFirst = content.first.map { text.bytes[$0] == UInt8(ascii: "-") } ?? false
    let rest = isFirst ? content.dropFirst().drop { text.bytes[$0] == 0x20 } : content
    if let colon = rest.first(where: { text.bytes[$0] == UInt8(ascii: ":") }) {
      keys.append(text.string(rest.startIndex..<colon))
    }
    if isFirst || content.isEmpty { break }
  }
  return keys
}

/// The speakers or the next time as the value of a key.
private func valueCompletions(
  _ place: CompletionPlace, key: String, _ typed: Range<Int>, _ model: Int
) -> [Completion]? {
  let reading = place.reading
  let items = [model] + place.above().prefix(30)
  var found: (item: Int, value: Part)?
  for item in items where found == nil && reading.isItem(item) {
    let pair = reading.pairs(of: item).first { reading.string(of: $0.key, in: item) == key && $0.value.length > 0 }
    found = pair.map { (item, $0.value) }
  }
  guard let found else { return nil }
  let typedText = reading.text.string(typed)
  switch found.value.kind {
  case .speaker:
    return place.speakers().filter { $0.name.lowercased().hasPrefix(typedText.lowercased()) }.compactMap { speaker in
      reading.part(.speaker, of: speaker.segment).map { part in
        Completion(
          kind: .speaker, label: visible(speaker.name), filter: speaker.name, range: typed,
          text: reading.text.string(reading.scalar(part, in: speaker.segment)))
      }
    }
  case .start, .seconds:
    guard let next = place.nextTime(for: place.block) else { return nil }
    let isTime = found.value.kind == .start
    let value = isTime ? next.like.spelling(of: next.time) : String(next.time.wholeSeconds)
    let whole = reading.scalar(found.value, in: found.item)
    let inner = reading.range(of: found.value, in: found.item)
    let text =
      reading.text.string(whole.lowerBound..<inner.lowerBound) + value
      + reading.text.string(inner.upperBound..<whole.upperBound)
    return [Completion(kind: .time, label: value, filter: typedText + value, range: typed, text: text)]
  default: return nil
  }
}

/// Whole new items for the two likeliest speakers.
private func wholeItems(_ place: CompletionPlace) -> [Completion] {
  let time = place.nextTime()
  return place.speakers().prefix(2).compactMap { name, segment in
    guard let written = place.model(of: segment)?.written(place.filling(segment, time)) else { return nil }
    return Completion(
      kind: .turn, label: visible(name) + ": " + Completion.words,
      detail: time.map { "at " + $0.like.spelling(of: $0.time) },
      filter: place.reading.text.string(place.before) + name,
      range: place.before, text: written.text, placeholder: written.words)
  }
}
