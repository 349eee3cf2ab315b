import SourceText
import Transcript

/// The people whom the metadata of an episode names as its speakers.
struct Cast {
  private struct Name {
    /// Without case, diacritics and punctuation.
    var words: [[Unicode.Scalar]]
    var joined: [Unicode.Scalar] { words.flatMap(\.self) }

    init(_ text: String) {
      words = text.unicodeScalars.split { Self.marks.contains($0) }.map { word in
        word.reduce(into: []) { appendFolded($1, to: &$0) }
      }
      words.removeAll(where: \.isEmpty)
    }

    /// Whether somebody with this name or id may be called by a label: by one of the words, or by the beginning of
    /// the id.
    func mayBeCalled(_ label: Name) -> Bool {
      let isID = words.count == 1 && label.joined.count >= Self.shortest && joined.starts(with: label.joined)
      return isID || label.words.allSatisfy(words.contains)
    }

    /// What divides the words of a name or an id.
    private static let marks: Set<Unicode.Scalar> = [" ", "-", "_", "."]
    /// In letters; fewer begin too many names.
    private static let shortest = 3
  }

  private var entries: [(value: MetadataValue, name: Name)] = []

  /// A longer list is not one of an episode's speakers.
  private static let mostListed = 300

  init(_ reading: Reading) {
    for value in reading.listedSpeakers.prefix(Self.mostListed) {
      let name = Name(value.text)
      if !name.words.isEmpty { entries.append((value, name)) }
    }
  }

  /// The value that names the speaker with a label; nil if none does, or more than one may.
  func entry(for label: String) -> MetadataValue? {
    let label = Name(label)
    guard !label.words.isEmpty else { return nil }
    let exact = entries.filter { $0.name.joined == label.joined }
    let found = exact.isEmpty ? entries.filter { $0.name.mayBeCalled(label) } : exact
    return found.count == 1 ? found[0].value : nil
  }

  /// The value at an offset, or right before it.
  func entry(at offset: Int) -> MetadataValue? {
    entries.first { $0.value.range.touches(offset) }?.value
  }
}
