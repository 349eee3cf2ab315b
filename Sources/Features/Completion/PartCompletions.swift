import SourceText
import Transcript

/// At a label, the speakers; at a time, the next plausible one. Nil if the cursor is at neither.
func partCompletions(_ place: CompletionPlace) -> [Completion]? {
  let reading = place.reading
  guard let block = place.block, reading.kind(of: block) == .segment else { return nil }
  for part in reading.blocks.parts(of: block) {
    let range = reading.range(of: part, in: block)
    guard range.touches(place.offset) else { continue }
    switch part.kind {
    case .speaker where part.length > 0:
      let typed = reading.text.string(range.lowerBound..<place.offset).lowercased()
      let own = reading.string(of: part, in: block)
      return place.speakers().filter { $0.name != own && $0.name.lowercased().hasPrefix(typed) }.compactMap { speaker in
        place.completion(.speaker, speaker.name, by: .setSpeaker(block: block, speaker.name))
      }
    case .start, .seconds:
      guard let next = place.nextTime(for: block) else { return nil }
      let spelling = next.like.spelling(of: next.time)
      let change = Change.setStart(block: block, next.time, like: next.like)
      return [place.completion(.time, spelling, by: change)].compactMap(\.self)
    default: break
    }
  }
  return nil
}

extension CompletionPlace {
  /// A change as a completion: the edit at the cursor, and the others that belong to it. Nil if no edit is there.
  func completion(_ kind: Completion.Kind, _ label: String, by change: Change) -> Completion? {
    guard var edits = reading.edits(for: [change]),
      let own = edits.firstIndex(where: { $0.range.touches(offset) }),
      line.lowerBound <= edits[own].range.lowerBound, edits[own].range.upperBound <= line.upperBound
    else { return nil }
    let edit = edits.remove(at: own)
    let typed = reading.text.string(edit.range.lowerBound..<offset)
    return Completion(
      kind: kind, label: visible(label), filter: label.hasPrefix(typed) ? label : typed + label, range: edit.range,
      text: String(decoding: edit.replacement, as: UTF8.self), further: edits)
  }
}
