import SourceText
import Transcript

/// Behind an opening bracket: the next time if times of this file stand in such brackets, and the notes that stand in
/// such brackets in this file, the most frequent first. Nil if no bracket is open at the cursor.
func bracketCompletions(_ place: CompletionPlace) -> [Completion]? {
  let reading = place.reading
  guard let block = place.block, reading.blocks[block].kind != .metadata || reading.isItem(block) else { return nil }
  let bytes = reading.text.bytes
  guard let open = place.before.suffix(40).last(where: { brackets.keys.contains(bytes[$0]) }),
    let close = brackets[bytes[open]]
  else { return nil }
  let typed = (open + 1)..<place.offset
  guard typed.allSatisfy({ !closing.contains(bytes[$0]) }) else { return nil }
  let isClosed = place.offset < place.line.upperBound && bytes[place.offset] == close
  let end = isClosed ? "" : String(decoding: [close], as: UTF8.self)
  var found: [Completion] = []
  let isNumber = typed.allSatisfy { Ascii.isDigit(bytes[$0]) || bytes[$0] == UInt8(ascii: ":") }
  if isNumber, let time = place.bracketedTime(bytes[open]), !place.isInTime {
    found.append(
      Completion(kind: .time, label: time, filter: time, range: typed, text: time + end))
  }
  let prefix = reading.text.string(typed).lowercased()
  found += notes(place, bytes[open]).filter { $0.text.lowercased().hasPrefix(prefix) }.prefix(30).map { note in
    Completion(
      kind: .note, label: visible(note.text), detail: note.count == 1 ? "once" : "\(note.count) times",
      filter: note.text, range: typed, text: note.text + end)
  }
  return found.isEmpty ? nil : found
}

private let brackets: [UInt8: UInt8] = [
  UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
]
private let closing = ByteSet("])\n\r")

/// In bytes, before and behind the cursor: notes further away are not counted.
private let noteReach = 100_000

/// The notes in such brackets around the cursor, the most frequent first.
private func notes(_ place: CompletionPlace, _ open: UInt8) -> [(text: String, count: Int)] {
  let text = place.reading.text
  let window = max(0, place.offset - noteReach)..<min(text.count, place.offset + noteReach)
  var counts: [String: Int] = [:]
  var index = window.lowerBound
  while index < window.upperBound {
    defer { index += 1 }
    guard text.bytes[index] == open else { continue }
    guard let inside = remark(text.bytes, openedAt: index, before: window.upperBound),
      place.offset <= index || inside.upperBound < place.offset
    else { continue }
    let note = text.string(inside)
    let follows = inside.upperBound + 1 < text.count ? text.bytes[inside.upperBound + 1] : 0
    // A label in brackets, or a time.
    guard follows != UInt8(ascii: ":"), isNote(note, isRound: open == UInt8(ascii: "(")) else { continue }
    counts[note, default: 0] += 1
  }
  let speakers = place.reading.episode.speakers
  return counts.filter { (open == UInt8(ascii: "[") || $0.value > 1) && speakers.id(of: $0.key) == nil }
    .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
}

/// Whether words in brackets are a remark and not a part of what is said.
private func isNote(_ text: String, isRound: Bool) -> Bool {
  guard let first = text.first, first.isLetter else { return false }
  let words = text.split(separator: " ")
  return words.count <= (isRound ? 2 : 4)
    && text.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "?" }
}

extension CompletionPlace {
  /// The next time, if a time stands behind this bracket in a segment nearby.
  func bracketedTime(_ open: UInt8) -> String? {
    let near = above().prefix(5) + below().prefix(5)
    let isUsual = near.contains { segment in
      reading.range(.start, of: segment).map { $0.lowerBound > 0 && byte($0.lowerBound - 1) == open } ?? false
    }
    guard isUsual, let next = nextTime() else { return nil }
    return next.like.spelling(of: next.time)
  }

  /// Whether the cursor stands at a time that can be read.
  var isInTime: Bool {
    guard let block, reading.kind(of: block) == .segment, let range = reading.range(.start, of: block) else {
      return false
    }
    return range.touches(offset)
  }
}
