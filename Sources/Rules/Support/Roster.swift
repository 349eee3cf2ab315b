import Transcript

/// Who may speak in a transcript, as far as anything but the transcript says so.
struct Roster {
  struct Entry {
    /// As it would be written as a label; for somebody of whom only the id is known, nothing.
    var name: String?
    var spellings: [FoldedName]
    /// Whether this episode names them.
    var isGuest: Bool
  }

  private(set) var entries: [Entry] = []
  /// By each spelling, where there are more people than anybody would compare a name with.
  private var places: [[Unicode.Scalar]: Int] = [:]
  /// Whether somebody is named as host. Most sites name their guests only.
  private(set) var hasHost = false

  /// Nil where nothing tells who may speak. Hosts alone tell nothing: every episode has guests.
  init?(_ reading: Reading, _ settings: Settings, _ people: People?) {
    for person in settings.speakers {
      entries.append(
        Entry(name: person.name, spellings: ([person.name] + person.aliases).map(FoldedName.init), isGuest: false))
      if person.isHost { hasHost = true }
    }
    var isComplete = people != nil || settings.speakers.contains { !$0.isHost }
    for (key, isHostKey) in Self.keys {
      guard let entry = reading.entry(key) else { continue }
      for value in reading.names(of: entry).prefix(Self.mostListed + 1) {
        let name = people?.names[value.text] ?? (value.text.contains(" ") ? value.text : nil)
        entries.append(
          Entry(name: name, spellings: [value.text, name].compactMap(\.self).map(FoldedName.init), isGuest: true))
        if isHostKey { hasHost = true } else { isComplete = true }
      }
    }
    // So many people are no list of guests of an episode.
    guard isComplete, entries.count <= Self.mostListed else { return nil }
    guard entries.count > Self.mostCompared else { return }
    for (index, entry) in entries.enumerated() {
      for spelling in entry.spellings.flatMap(\.spellings) where places[spelling] == nil { places[spelling] = index }
    }
  }

  /// The entries of front matter that name people who speak, and whether as hosts.
  private static let keys = [
    ("guests", false), ("guest", false), ("speakers", false), ("speaker", false), ("participants", false),
    ("panelists", false), ("interviewees", false), ("interviewee", false), ("hosts", true), ("host", true),
    ("interviewers", true), ("interviewer", true), ("moderators", true), ("moderator", true),
  ]

  private static let mostCompared = 300
  private static let mostListed = 5_000

  /// Who is meant by a label.
  func entry(for label: FoldedName) -> Int? {
    guard entries.count <= Self.mostCompared else { return places[label.joined] }
    return entries.firstIndex { $0.spellings.contains { $0.mayBeCalled(label) } }
      ?? entries.firstIndex { $0.spellings.contains { $0.mayBeMisspelt(as: label) } }
  }
}

extension FoldedName {
  /// Whether a person with this name, or with this id, may speak under a label: a first name, a name cut short, a word of
  /// the name, or more than is known.
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

  /// Whether a label has the first letters of the words of this name: `NB` for `Nadia Berg`.
  private func isInitials(_ label: FoldedName) -> Bool {
    words.count > 1 && label.words.count == 1 && label.joined == words.compactMap(\.first)
  }

  /// Whether the first word of a label is a slip or another spelling away from how this name begins.
  func mayBeMisspelt(as label: FoldedName) -> Bool {
    guard let first = label.words.first, first.count >= 4 else { return false }
    let counts = (first.count - 1)...(first.count + 1)
    return counts.contains { editDistance(first, Array(joined.prefix($0)), atMost: 1) <= 1 }
  }
}
