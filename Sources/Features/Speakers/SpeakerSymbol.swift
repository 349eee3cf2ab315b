import SourceText

/// A speaker as a symbol: where the name stands in a transcript.
public struct SpeakerSymbol: Sendable, Equatable {
  /// The name under the caret, in bytes of the text.
  public var origin: Range<Int>
  /// As which the speaker is labelled.
  public var names: [String]
  /// The labels of the speaker, in order, in bytes; never empty.
  public var labels: [Range<Int>]
  /// The value of the metadata that names the speaker, in bytes, where exactly one does.
  public var entry: Range<Int>?

  /// Where the speaker is introduced: by the metadata, or with the first label.
  public var definition: Range<Int> { entry ?? labels[0] }

  /// All places, in order.
  public var places: [Range<Int>] {
    guard let entry else { return labels }
    let place = labels.partitioningIndex { $0.lowerBound > entry.lowerBound }
    return labels[..<place] + [entry] + labels[place...]
  }
}
