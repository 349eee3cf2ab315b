import SourceText
import Transcript

/// The links of a text, in order: every time leads to the recording at that second, an address to itself, and the id of
/// a video to its page, the id of a person to their file, and the path of an image to the image.
///
/// - Parameters:
///   - recording: the address of the recording, where the configuration has one.
///   - page: the address of the file of a person, given the id.
///   - image: the address of an image, given its path as written; nil where there is none.
public func textLinks(
  _ reading: Reading, recording: RecordingAddress? = nil, page: (String) -> String? = { _ in nil },
  image: (String) -> String? = { _ in nil }
) -> [TextLink] {
  var links = webAddresses(in: reading.text.bytes).map { range in
    TextLink(range: range, target: reading.text.string(range))
  }
  links += reading.listedSpeakers.compactMap { value in
    page(value.text).map { TextLink(range: value.range, target: $0, tooltip: "Open the file of this person") }
  }
  links += imagePaths(reading).compactMap { written in
    image(written.path).map { TextLink(range: written.range, target: $0, tooltip: "Open the image") }
  }
  let playback = Playback(reading, recording)
  for block in reading.blocks.indices {
    switch reading.kind(of: block) {
    case .segment:
      if let playback { appendTimes(of: block, reading, playback, to: &links) }
    case .metadata: appendVideos(in: block, reading, to: &links)
    case .header, .prose, .conflict: break
    }
  }
  links.sort { $0.range.lowerBound < $1.range.lowerBound }
  return links
}

private func appendTimes(of block: Int, _ reading: Reading, _ playback: Playback, to links: inout [TextLink]) {
  for part in reading.blocks.parts(of: block) where part.length > 0 {
    let range = reading.range(of: part, in: block)
    let time: Time? =
      switch part.kind {
      // Where two starts contradict each other, or one is a slip, nobody knows which second is meant.
      case .start, .seconds: reading.episode.start(of: block)
      case .end: reading.episode.rows[block].end
      case .inlineTime: writtenTime(reading, part, in: block)
      default: nil
      }
    guard let time else { continue }
    links.append(TextLink(range: range, target: playback.address(at: time), tooltip: playback.phrase(at: time)))
  }
}

private func appendVideos(in block: Int, _ reading: Reading, to links: inout [TextLink]) {
  for (key, value) in reading.pairs(of: block) where value.kind == .value && value.quoting != .other {
    guard ["youtube", "video_id"].contains(reading.string(of: key, in: block)),
      let id = Playback.videoID(reading.string(of: value, in: block)[...])
    else { continue }
    let range = reading.range(of: value, in: block)
    links.append(TextLink(range: range, target: Playback.videoAddress(id), tooltip: "Open the video"))
  }
}
