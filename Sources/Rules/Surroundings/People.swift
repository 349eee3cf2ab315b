import Transcript

/// The people whom a site knows: the names in their files by the ids of those.
public struct People: Sendable, Equatable {
  public private(set) var names: [String: String] = [:]
  /// In order, so that of two ids that are as near the same one is always meant.
  private var ids: [String] = []
  /// Every spelling of every name under which somebody may speak, folded: a set, so that many people cost no time.
  private var spellings: Set<[Unicode.Scalar]> = []

  public init(_ names: [String: String]) {
    self.names = names
    ids = names.keys.sorted()
    for (id, name) in names {
      spellings.formUnion(FoldedName(name).spellings)
      spellings.formUnion(FoldedName(id).spellings)
    }
  }

  /// The people in files read as front matter: the file's stem is the id, the value of `key` the name.
  public init(_ files: [(id: String, reading: Reading)], key: String = "title") {
    self.init(
      Dictionary(files.map { ($0.id, $0.reading.metadata(key) ?? $0.id) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether somebody may speak under a label.
  func hasSpeaker(_ label: FoldedName) -> Bool {
    spellings.contains(label.joined)
  }

  /// The id that somebody meant who wrote one that is nobody's.
  func nearestID(to id: String) -> String? {
    nearestWord(to: id, among: ids)
  }
}
