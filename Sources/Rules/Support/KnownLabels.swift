import SourceText
import Transcript

/// The labels of a transcript, to be found again at the beginning of what is said.
struct KnownLabels {
  private let labels: [(speaker: Speakers.ID, bytes: [UInt8])]
  private let firstBytes: Set<UInt8>

  init(_ reading: Reading) {
    let speakers = reading.episode.speakers
    labels = speakers.all.filter(speakers.isConfirmed).map { ($0, Array(speakers.label(of: $0).utf8)) }
    firstBytes = Set(labels.compactMap(\.bytes.first))
  }

  /// Whether one of them begins with a byte: of most segments no more than that is looked at.
  func mayBegin(with byte: UInt8) -> Bool { firstBytes.contains(byte) }

  /// The longest label with which some words begin.
  ///
  /// - Parameter isEnd: whether what stands behind it can stand behind a label.
  func label(
    at words: Range<Int>, in text: Text, before isEnd: (ArraySlice<UInt8>) -> Bool
  ) -> (speaker: Speakers.ID, range: Range<Int>)? {
    let said = text.bytes[words]
    let longest = labels.filter { said.starts(with: $0.bytes) && isEnd(said.dropFirst($0.bytes.count)) }
      .max { $0.bytes.count < $1.bytes.count }
    return longest.map { ($0.speaker, words.prefix($0.bytes.count)) }
  }
}
