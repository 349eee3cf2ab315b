import SourceText
import Transcript

/// The label, or else the content, of the next segment below an offset in which somebody else begins to speak. Nil if the
/// speaker goes on to the end.
public func nextSpeakerChange(_ reading: Reading, behind offset: Int) -> Range<Int>? {
  guard let block = reading.blocks.index(at: offset) else { return nil }
  var speaker = reading.speaker(of: block) ?? reading.labelledSegment(above: block).flatMap(reading.speaker)
  if reading.kind(of: block) != .segment { speaker = nil }
  for next in reading.blocks.indices[(block + 1)...] where reading.kind(of: next) == .segment {
    guard let own = reading.speaker(of: next), own != speaker else { continue }
    return reading.range(.speaker, of: next) ?? reading.content(of: next)
  }
  return nil
}
