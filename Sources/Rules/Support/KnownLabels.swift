import SourceText
import Transcript

/// The labels of a transcript, for finding one of them at the beginning of words.
struct KnownLabels {
  /// By the hash of the label.
  private var labels: [UInt64: [(speaker: Speakers.ID, bytes: [UInt8])]] = [:]
  private var firstBytes = Array(repeating: false, count: 256)
  /// By length in bytes: whether there is a label of this length.
  private var lengths = Array(repeating: false, count: longest + 1)

  /// The longest label that is looked for, in bytes. Nobody writes a longer one before each turn.
  private static let longest = 200

  init(_ reading: Reading) {
    let speakers = reading.episode.speakers
    for speaker in speakers.all where speakers.isConfirmed(speaker) {
      let bytes = Array(speakers.label(of: speaker).utf8)
      guard let first = bytes.first, bytes.count <= Self.longest else { continue }
      labels[FNV1a(bytes).value, default: []].append((speaker, bytes))
      firstBytes[Int(first)] = true
      lengths[bytes.count] = true
    }
  }

  /// Whether a label begins with a byte. For most segments this test is enough.
  func mayBegin(with byte: UInt8) -> Bool { firstBytes[Int(byte)] }

  /// The longest label at the beginning of the words.
  ///
  /// - Parameter isEnd: whether a label can end before the given text.
  func label(
    at words: Range<Int>, in text: Text, before isEnd: (ArraySlice<UInt8>) -> Bool
  ) -> (speaker: Speakers.ID, range: Range<Int>)? {
    let said = text.bytes[words]
    guard let first = said.first, mayBegin(with: first) else { return nil }
    var longest: (speaker: Speakers.ID, range: Range<Int>)?
    var hash = FNV1a()
    for (length, byte) in zip(1..., said.prefix(Self.longest)) {
      hash.combine(UInt64(byte))
      guard lengths[length], let same = labels[hash.value] else { continue }
      for label in same where said.starts(with: label.bytes) && isEnd(said.dropFirst(length)) {
        longest = (label.speaker, words.prefix(length))
      }
    }
    return longest
  }
}
