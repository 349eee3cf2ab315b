import Transcript

/// The people of a site: the names in their files, by the ids of the files.
public struct People: Sendable, Equatable {
  public private(set) var names: [String: String] = [:]
  /// Sorted, so that of two ids that are equally near the same one is always chosen.
  private var ids: [String] = []
  /// All spellings of all names of people who may speak, folded. It is a set, so a look-up takes no longer with many
  /// people.
  private var spellings: Set<[Unicode.Scalar]> = []

  public init(_ names: [String: String]) {
    self.names = names
    ids = names.keys.sorted()
    for (id, name) in names {
      spellings.formUnion(FoldedName(name).spellings)
      spellings.formUnion(FoldedName(id).spellings)
    }
  }

  /// The people in files that were read as front matter: the id is the name of the file, and the value of `key` is the
  /// name of the person.
  public init(_ files: [(id: String, reading: Reading)], key: String = "title") {
    self.init(
      Dictionary(files.map { ($0.id, $0.reading.metadata(key) ?? $0.id) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether a label is the name of a person.
  func hasSpeaker(_ label: FoldedName) -> Bool {
    spellings.contains(label.joined)
  }

  /// The known id that is nearest to an unknown one.
  func nearestID(to id: String) -> String? {
    nearestWord(to: id, among: ids)
  }
}
