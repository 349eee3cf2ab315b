import SourceText
import Transcript

/// What is put in when a line was ended behind the last turn of a text: the blank line that stands between turns, and the
/// label of who is likeliest to speak next. Nil in the middle of a text, where a line may be ended for any reason, and
/// where segments often go on without a label.
///
/// - Parameter offset: the beginning of the new line, or the place behind its indentation, in bytes of the text.
public func typedLineEnd(_ reading: Reading, at offset: Int) -> Completion? {
  let place = CompletionPlace(reading, offset)
  let bytes = reading.text.bytes
  guard bytes[place.before].allSatisfy(Ascii.isBlank), bytes[place.offset...].allSatisfy({ $0 <= 0x20 }) else {
    return nil
  }
  let near = place.above().prefix(nearby)
  guard let last = near.first, near.count > 1, near.allSatisfy({ reading.speaker(of: $0) != nil }),
    !reading.blocks[last].hasFault, !reading.isItem(last),
    reading.text.line(at: reading.content(of: last).upperBound) + 1 == reading.text.line(at: place.line.lowerBound)
  else { return nil }
  // A turn that lacks its time is not over.
  let isTimed = { (segment: Int) in reading.episode.rows[segment].start != nil }
  guard isTimed(last) || !near.dropFirst().allSatisfy(isTimed) else { return nil }
  let time = place.nextTime()
  guard let (_, segment) = place.speakers().first, let model = place.model(of: segment),
    let written = model.written(place.filling(segment, time))
  else { return nil }
  let lead = String(decoding: written.text.utf8.prefix(written.words.lowerBound), as: UTF8.self)
  guard !lead.isEmpty, !lead.utf8.contains(where: Ascii.isLineEnd) else { return nil }
  let gap = model.isSpread ? reading.text.lineEnding(at: reading.content(of: last).upperBound) : ""
  return Completion(
    kind: .speaker, label: visible(lead), filter: lead, range: place.line.lowerBound..<place.offset, text: gap + lead)
}

/// So many segments above show how turns are written.
private let nearby = 5
