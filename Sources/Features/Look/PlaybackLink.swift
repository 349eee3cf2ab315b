import SourceText
import Transcript

/// The link to the recording at the time of the segment at a byte, or of the nearest one above it that has a time. Nil if
/// there is none, or nothing says where the recording is.
///
/// - Parameter recording: the address of the recording, where the configuration has one.
public func playbackLink(_ reading: Reading, at offset: Int, recording: RecordingAddress?) -> TextLink? {
  guard let playback = Playback(reading, recording), let block = reading.blocks.index(at: offset) else { return nil }
  let segment = reading.blocks.indices[...block].last { reading.episode.start(of: $0) != nil }
  guard let segment, let time = reading.episode.start(of: segment) else { return nil }
  return TextLink(
    range: reading.content(of: segment), target: playback.address(at: time), tooltip: playback.phrase(at: time))
}
