import Formats
import SourceText
import Transcript

extension OpenDocument {
  /// So many segments show whether a transcript can be written in a notation at all.
  private static let headLength = 40

  /// The transcript in another notation, as `convert` writes it; nil where nothing that was said would be left.
  mutating func converted(to notation: String) -> ConvertedTranscript? {
    reading.flatMap { converted($0, to: notation) }
  }

  /// Of some notations, those in which the transcript can be written, judged by its first segments.
  mutating func likely(_ notations: [String]) -> [String] {
    guard let head else { return [] }
    return notations.filter { converted(head, to: $0) != nil }
  }

  private mutating func converted(_ reading: Reading, to notation: String) -> ConvertedTranscript? {
    let known = knownNotations
    guard let source = self.notation, source != notation, let target = known.format(named: notation),
      case .success(let converted) = reading.converted(
        to: target, from: known.format(named: source), CueShape(profile: cueProfile ?? CueShape.usual)),
      !converted.holdsNothing
    else { return nil }
    return converted
  }

  /// The text up to a few segments, one with a time among them if there is any. To write all of it in every notation takes
  /// long.
  private var head: Reading? {
    mutating get {
      guard let reading else { return nil }
      let segments = reading.segments()
      let timed = segments.first { reading.episode.rows[$0].start != nil } ?? 0
      guard segments.count > Self.headLength else { return reading }
      let end = reading.blocks.range(of: max(segments[Self.headLength - 1], timed)).upperBound
      guard let head = read(Text(Array(reading.text.bytes[..<end]))), !head.segments().isEmpty else { return reading }
      return head
    }
  }
}
