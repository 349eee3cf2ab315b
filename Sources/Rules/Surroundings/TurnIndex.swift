import Transcript

/// The long turns of a transcript as numbers. Only these are kept of a file, and they are enough to tell whether
/// another one is a copy of it.
public struct LongTurns: Sendable, Hashable {
  /// Turns with fewer words are left out, because many episodes have the same short turns.
  static let leastWords = 8
  let hashes: Set<UInt64>

  public init(_ reading: Reading) {
    var hashes: Set<UInt64> = []
    for turn in reading.turns(of: reading.segments()[...]) where reading.words(in: turn.segments) >= Self.leastWords {
      hashes.insert(SpokenWords.hash(of: turn.segments.flatMap { SpokenWords(reading, $0).hashes }))
    }
    self.hashes = hashes
  }

  fileprivate init(hashes: Set<UInt64>) {
    self.hashes = hashes
  }
}

/// Another file that has many of the turns of this one.
public struct TranscriptCopy: Sendable, Equatable {
  /// The name of the other file, for people.
  public var name: String
  /// How many of the long turns it also has.
  public var shared: Int
  /// How many long turns there are.
  public var turns: Int

  public init(name: String, shared: Int, turns: Int) {
    self.name = name
    self.shared = shared
    self.turns = turns
  }
}

/// The other files that have many of the turns of one.
public struct TranscriptCopies: Sendable, Equatable {
  /// The one that has most of them; of several, the first by name.
  public var closest: TranscriptCopy
  /// How many there are.
  public var count: Int
  /// Whether there may be more, which nobody has looked for.
  public var isCut: Bool

  public init(closest: TranscriptCopy, count: Int, isCut: Bool = false) {
    self.closest = closest
    self.count = count
    self.isCut = isCut
  }
}

/// An index of the files that contain each long turn.
///
/// Files with the same turns are one version, so a thousand copies of one file are as little work as one. What a file is
/// held against are versions that have one of its rarest turns: without any of these, nobody has half of its turns. So a
/// turn that stands in every file, such as a greeting, costs nothing. Beyond the limits below, it depends on the order in
/// which the files came what is found.
public struct TurnIndex: Sendable {
  /// A transcript with fewer long turns than this is not compared: two jingles are not copies of each other.
  static let leastTurns = 5
  /// Other versions with half of the turns of a file are found up to this number.
  static let mostVersions = 100
  /// So many versions are held against a file at most.
  private static let mostCompared = 4_096

  private var versions: [Version] = []
  private var numbers: [LongTurns: Int] = [:]
  /// The numbers of versions that no file has any more.
  private var unused: [Int] = []
  /// By the name of a file.
  private var places: [String: (version: Int, episode: String)] = [:]
  private var holders: [UInt64: [Int]] = [:]

  public init() {}

  /// Sets the turns of a file, replacing earlier ones.
  ///
  /// - Parameter episode: files of one episode are no copies of each other; nil for a file of its own.
  public mutating func update(_ name: String, _ turns: LongTurns?, episode: String? = nil) {
    if let old = places.removeValue(forKey: name) {
      versions[old.version].remove(name, old.episode)
      if versions[old.version].isEmpty { forget(old.version) }
    }
    guard let turns else { return }
    let number = numbers[turns] ?? add(turns)
    let episode = episode ?? name
    versions[number].add(name, episode)
    places[name] = (number, episode)
  }

  /// The number of a new version.
  private mutating func add(_ turns: LongTurns) -> Int {
    let number = unused.popLast() ?? versions.count
    if number == versions.count { versions.append(Version(turns)) } else { versions[number] = Version(turns) }
    numbers[turns] = number
    for hash in turns.hashes { holders[hash, default: []].append(number) }
    return number
  }

  private mutating func forget(_ number: Int) {
    for hash in versions[number].turns {
      holders[hash]?.removeAll { $0 == number }
      if holders[hash]?.isEmpty ?? false { holders[hash] = nil }
    }
    numbers[LongTurns(hashes: Set(versions[number].turns))] = nil
    versions[number] = Version(LongTurns(hashes: []))
    unused.append(number)
  }

  /// The files that have at least half of the long turns of a file; nil if there are none.
  ///
  /// - Parameter siblings: files that are expected to have the same turns, besides those of the same episode.
  public func copies(of name: String, except siblings: Set<String> = []) -> TranscriptCopies? {
    guard let own = places[name] else { return nil }
    let turns = versions[own.version].turns
    guard turns.count >= Self.leastTurns else { return nil }
    let (found, isCut) = versions(with: turns, first: own.version)
    // Those of the own episode are left out anyway.
    let others = siblings.compactMap { places[$0] }.filter { $0.episode != own.episode }
    let left = Dictionary(grouping: others, by: \.version).mapValues(\.count)
    var copies: TranscriptCopies?
    for (number, shared) in found {
      guard let first = versions[number].first(except: siblings, own.episode) else { continue }
      let count = versions[number].count(without: own.episode) - left[number, default: 0]
      let copy = TranscriptCopy(name: first, shared: shared, turns: turns.count)
      guard let known = copies else {
        copies = TranscriptCopies(closest: copy, count: count, isCut: isCut)
        continue
      }
      copies?.count += count
      if (known.closest.shared, copy.name) < (shared, known.closest.name) { copies?.closest = copy }
    }
    return copies
  }

  /// The versions with at least half of some turns, and how many of these each has.
  private func versions(with turns: [UInt64], first: Int) -> (found: [(number: Int, shared: Int)], isCut: Bool) {
    var found = [(number: first, shared: turns.count)]
    var compared: Set = [first]
    let byRarity = turns.map { (holders[$0]?.count ?? 0, $0) }.sorted { $0 < $1 }
    for (_, turn) in byRarity.prefix(turns.count / 2 + 1) {
      for other in holders[turn] ?? [] where compared.insert(other).inserted {
        guard compared.count <= Self.mostCompared, found.count < Self.mostVersions else { return (found, true) }
        let shared = turns.count(where: versions[other].has)
        if shared * 2 >= turns.count { found.append((other, shared)) }
      }
    }
    return (found, false)
  }
}

/// The files that have the same turns.
private struct Version: Sendable {
  /// Sorted.
  let turns: [UInt64]
  /// The names of the files by episode, sorted.
  private var names: [String: [String]] = [:]
  /// The first name of each episode, sorted.
  private var firsts: [(name: String, episode: String)] = []
  private var count = 0

  init(_ turns: LongTurns) {
    self.turns = turns.hashes.sorted()
  }

  var isEmpty: Bool { count == 0 }

  func has(_ turn: UInt64) -> Bool {
    let index = turns.partitioningIndex { $0 >= turn }
    return index < turns.count && turns[index] == turn
  }

  mutating func add(_ name: String, _ episode: String) {
    let old = names[episode]?.first
    let index = (names[episode] ?? []).partitioningIndex { $0 >= name }
    names[episode, default: []].insert(name, at: index)
    count += 1
    moveFirst(of: episode, from: old)
  }

  mutating func remove(_ name: String, _ episode: String) {
    let old = names[episode]?.first
    names[episode]?.removeAll { $0 == name }
    if names[episode]?.isEmpty ?? false { names[episode] = nil }
    count -= 1
    moveFirst(of: episode, from: old)
  }

  private mutating func moveFirst(of episode: String, from old: String?) {
    let new = names[episode]?.first
    guard new != old else { return }
    if let old { firsts.remove(at: firsts.partitioningIndex { $0.name >= old }) }
    if let new { firsts.insert((new, episode), at: firsts.partitioningIndex { $0.name >= new }) }
  }

  /// How many names there are, without those of an episode.
  func count(without episode: String) -> Int { count - (names[episode]?.count ?? 0) }

  /// The first of the names.
  ///
  /// - Parameters:
  ///   - siblings: names that are left out.
  ///   - episode: all names of this one are left out.
  func first(except siblings: Set<String>, _ episode: String) -> String? {
    var first: String?
    for group in firsts where group.episode != episode {
      if let first, first < group.name { break }
      guard let name = names[group.episode]?.first(where: { !siblings.contains($0) }) else { continue }
      if first.map({ name < $0 }) ?? true { first = name }
    }
    return first
  }
}
