import Transcript

/// The long turns of a transcript as numbers. Only these are kept of a file, and they are enough to tell whether
/// another one is a copy of it.
public struct LongTurns: Sendable, Equatable {
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

/// An index of the files that contain each long turn.
public struct TurnIndex: Sendable {
  /// A transcript with fewer long turns than this is not compared: two jingles are not copies of each other.
  static let leastTurns = 5

  private var names: [String] = []
  private var ids: [String: Int32] = [:]
  private var turns: [LongTurns?] = []
  private var holders: [UInt64: [Int32]] = [:]

  public init() {}

  /// Sets the turns of a file, replacing earlier ones.
  public mutating func update(_ name: String, _ turns: LongTurns?) {
    let id = ids[name] ?? Int32(names.count)
    if ids[name] == nil {
      ids[name] = id
      names.append(name)
      self.turns.append(nil)
    }
    for hash in self.turns[Int(id)]?.hashes ?? [] { holders[hash]?.removeAll { $0 == id } }
    for hash in turns?.hashes ?? [] { holders[hash, default: []].append(id) }
    self.turns[Int(id)] = turns
  }

  /// The files that have at least half of the long turns of a file, the closest first.
  ///
  /// - Parameter isSibling: whether a file is a sibling, which is expected to have the same turns.
  public func copies(of name: String, except isSibling: (String) -> Bool) -> [TranscriptCopy] {
    guard let id = ids[name], let own = turns[Int(id)]?.hashes, own.count >= Self.leastTurns else { return [] }
    var shared: [Int32: Int] = [:]
    for hash in own {
      for other in holders[hash] ?? [] where other != id { shared[other, default: 0] += 1 }
    }
    return shared.filter { $0.value * 2 >= own.count && !isSibling(names[Int($0.key)]) }
      .map { TranscriptCopy(name: names[Int($0.key)], shared: $0.value, turns: own.count) }
      .sorted { ($1.shared, $0.name) < ($0.shared, $1.name) }
  }
}
