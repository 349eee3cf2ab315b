import Transcript

/// The people who may speak in a transcript, as metadata, configuration and other files name them.
struct Roster {
  struct Entry {
    /// The name, as it is written in a label; nil if only the id of the person is known.
    var name: String?
    var spellings: [FoldedName]
    /// Whether this episode names them.
    var isGuest: Bool
  }

  private(set) var entries: [Entry] = []
  /// By spelling; used if there are too many people to compare a label with each of them.
  private var places: [[Unicode.Scalar]: Int] = [:]
  /// Whether a host is named. Most sites name only their guests.
  private(set) var hasHost = false

  /// Nil if no list names anybody but hosts, since every episode also has guests.
  init?(_ reading: Reading, _ settings: Settings, _ people: People?) {
    for person in settings.speakers {
      entries.append(
        Entry(name: person.name, spellings: ([person.name] + person.aliases).map(FoldedName.init), isGuest: false))
      if person.isHost { hasHost = true }
    }
    var isComplete = people != nil || settings.speakers.contains { !$0.isHost }
    var listed: Set<[Unicode.Scalar]> = []
    for key in RosterKey.all {
      guard let entry = reading.entry(key.name) else { continue }
      for value in reading.names(of: entry).prefix(Self.mostListed + 1) {
        if key.namesHosts { hasHost = true } else { isComplete = true }
        let name = people?.names[value.text] ?? (value.text.contains(" ") ? value.text : nil)
        let spellings = [value.text, name].compactMap(\.self).map(FoldedName.init)
        // The host may stand among the speakers, too. A person counts once.
        guard let whole = spellings.last?.joined, listed.insert(whole).inserted else { continue }
        entries.append(Entry(name: name, spellings: spellings, isGuest: true))
      }
    }
    // A list with so many people is not one of an episode's guests.
    guard isComplete, entries.count <= Self.mostListed else { return nil }
    guard entries.count > Self.mostCompared else { return }
    for (index, entry) in entries.enumerated() {
      for spelling in entry.spellings.flatMap(\.spellings) where places[spelling] == nil { places[spelling] = index }
    }
  }

  private static let mostCompared = 300
  private static let mostListed = 5_000

  /// The person that a label names.
  func entry(for label: FoldedName) -> Int? {
    guard entries.count <= Self.mostCompared else { return places[label.joined] }
    return entries.firstIndex { $0.spellings.contains { $0.mayBeCalled(label) } }
      ?? entries.firstIndex { $0.spellings.contains { $0.mayBeMisspelt(as: label) } }
  }
}

extension FoldedName {
  /// Whether a person with this name or id may use a label: a first name, a shortened name, a word of the name, or a
  /// longer form of it.
  func mayBeCalled(_ label: FoldedName) -> Bool {
    guard !label.joined.isEmpty, !joined.isEmpty else { return true }
    if joined.starts(with: label.joined) || label.joined.starts(with: joined) { return true }
    let (few, many) = label.words.count <= words.count ? (label.words, words) : (words, label.words)
    if many.count > 1, few.allSatisfy({ word in many.contains { $0.starts(with: word) } }) { return true }
    if isInitials(label) { return true }
    // The last name at the end of an id.
    return label.joined.count >= 4 && joined.count > label.joined.count
      && joined.suffix(label.joined.count) == label.joined[...]
  }

  /// Whether a label consists of the first letters of this name: `NB` for `Nadia Berg`.
  private func isInitials(_ label: FoldedName) -> Bool {
    words.count > 1 && label.words.count == 1 && label.joined == words.compactMap(\.first)
  }

  /// Whether the first word of a label is a misspelling or another spelling of the beginning of this name.
  func mayBeMisspelt(as label: FoldedName) -> Bool {
    guard let first = label.words.first, first.count >= 4 else { return false }
    let counts = (first.count - 1)...(first.count + 1)
    return counts.contains { editDistance(first, Array(joined.prefix($0)), atMost: 1) <= 1 }
  }
}
