import Formats
import SourceText
import Transcript

extension OpenDocument {
  /// So many segments show whether a transcript can be written in a notation at all: if the first does not, some more.
  private static let headLengths = [1, 40]

  /// The transcript in another notation, as `convert` writes it; nil where nothing that was said would be left.
  mutating func converted(to notation: String) -> ConvertedTranscript? {
    reading.flatMap { converted($0, to: notation) }
  }

  /// Of some notations, those in which the transcript can be written, judged by its first segments.
  mutating func likely(_ notations: [String]) -> [String] {
    var others = notations
    for (place, length) in Self.headLengths.enumerated() where !others.isEmpty {
      guard let head = head(of: length) else { break }
      guard head.text.count < text.count else {
        others.removeAll { converted(head, to: $0) != nil }
        break
      }
      let beginning = Beginning(bytes: head.text.bytes, notation: notation)
      var known = conversions[place].flatMap { $0.beginning == beginning ? $0.isPossible : nil } ?? [:]
      others.removeAll { name in
        let isPossible = known[name] ?? (converted(head, to: name) != nil)
        known[name] = isPossible
        return isPossible
      }
      conversions[place] = (beginning, known)
    }
    return notations.filter { !others.contains($0) }
  }

  /// How a text begins.
  struct Beginning: Equatable {
    var bytes: [UInt8]
    var notation: String?
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

  /// The text up to a number of segments, one with a time among them if there is any. To write all of it in every notation
  /// takes long.
  private mutating func head(of length: Int) -> Reading? {
    guard let reading else { return nil }
    let segments = reading.blocks.indices.lazy.filter { reading.kind(of: $0) == .segment }
    let first = Array(segments.prefix(length + 1))
    guard first.count > length else { return reading }
    let timed = segments.first { reading.episode.rows[$0].start != nil } ?? 0
    let end = reading.blocks.range(of: max(first[length - 1], timed)).upperBound
    guard let head = read(Text(Array(reading.text.bytes[..<end]))), !head.segments().isEmpty else { return reading }
    return head
  }
}
