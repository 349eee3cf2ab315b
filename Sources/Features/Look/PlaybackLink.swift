import SourceText
import Transcript

/// The link to the recording at the time of the segment at a byte, or of the nearest one above it that has a time; at a title,
/// where its section begins. Nil if there is none, or nothing says where the recording is.
///
/// - Parameter recording: the address of the recording, where the configuration has one.
public func playbackLink(_ reading: Reading, at offset: Int, recording: RecordingAddress?) -> TextLink? {
  guard let playback = Playback(reading, recording), let block = reading.blocks.index(at: offset) else { return nil }
  func isTimed(_ index: Int) -> Bool { reading.episode.start(of: index) != nil }
  let below = reading.kind(of: block) == .header ? (block + 1)..<reading.blocks.count : 0..<0
  let segment =
    isTimed(block)
    ? block
    : below.prefix { reading.kind(of: $0) != .header }.first(where: isTimed)
      ?? reading.blocks.indices[...block].last(where: isTimed)
  guard let segment, let time = reading.episode.start(of: segment) else { return nil }
  return TextLink(
    range: reading.content(of: segment), target: playback.address(at: time), tooltip: playback.phrase(at: time))
}
