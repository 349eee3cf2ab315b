import Features
import LSP
import SourceText
import Workspace

/// Finds episodes, sections and speakers of all files by their names.
struct SymbolSearch {
  /// More results than anybody reads. The best are sent.
  static let most = 500

  private struct Hit {
    var rank: Int
    var symbol: WorkspaceSymbol
  }

  /// A speaker over all files that are looked at together. One who was found before is not found again.
  private struct Person {
    /// The file in which they speak most.
    var file: String
    var speaker: Facts.Speaker
    var files: Int
  }

  let query: NameQuery
  let view: WorkspaceView
  private var hits: [Hit] = []
  /// How many symbols were taken.
  private var count = 0
  /// The labels of the speakers that were found.
  private var labels: Set<String> = []

  init(_ query: String, _ view: WorkspaceView) {
    self.query = NameQuery(query)
    self.view = view
  }

  /// Looks for symbols in files. Speakers come first, then the files in their order.
  mutating func add(_ files: [KnownFile], _ job: Job) throws(Cancelled) {
    try addSpeakers(of: files, job)
    for file in files {
      guard !job.isCancelled else { throw Cancelled() }
      guard let facts = file.facts else { continue }
      add(episode: file, facts)
      add(sectionsOf: file, facts)
    }
  }

  /// Removes and returns symbols that fit, the best first; those that fit equally well in the order in which they were found.
  ///
  /// - Parameter awaitsMore: whether better ones may still be found, for which half of the room is kept.
  mutating func take(awaitsMore: Bool = false) -> [WorkspaceSymbol] {
    if count == Self.most { hits = [] }
    hits = hits.indices.sorted { (hits[$0].rank, $0) < (hits[$1].rank, $1) }.map { hits[$0] }
    let mostOfAny = awaitsMore ? Self.most / 2 : Self.most
    var taken: [WorkspaceSymbol] = []
    while taken.count < hits.count,
      count + taken.count < (hits[taken.count].rank <= NameQuery.lastRankOfBeginnings ? Self.most : mostOfAny)
    {
      taken.append(hits[taken.count].symbol)
    }
    hits.removeFirst(taken.count)
    count += taken.count
    return taken
  }

  private mutating func add(episode file: KnownFile, _ facts: Facts) {
    let start = SourceText.Position(line: 0, column: 0)
    let ranks = [query.rank(of: file.name), facts.title.flatMap(query.rank)].compactMap(\.self)
    guard let rank = ranks.min() else { return }
    // An episode may stand in several notations, under one title.
    let container = [facts.title == nil ? nil : file.name, facts.notation].compactMap(\.self).joined(separator: " · ")
    add(facts.title ?? file.name, .file, in: container, of: file.path, at: start..<start, rank)
  }

  private mutating func add(sectionsOf file: KnownFile, _ facts: Facts) {
    var numbers: [String: Int] = [:]
    for section in facts.sections {
      let number = numbers[section.title, default: 0]
      numbers[section.title] = number + 1
      guard let rank = query.rank(of: section.title) else { continue }
      // Sections with such titles as “Questions” are in many episodes, and again in one.
      let container = [facts.title ?? file.name, section.start?.description].compactMap(\.self).joined(separator: " · ")
      add(section.title, .namespace, in: container, of: file.path, at: section.place, rank, number)
    }
  }

  private mutating func addSpeakers(of files: [KnownFile], _ job: Job) throws(Cancelled) {
    var people: [String: Person] = [:]
    var labels: [String] = []
    for file in files {
      guard !job.isCancelled else { throw Cancelled() }
      for speaker in file.facts?.speakers ?? [] where !self.labels.contains(speaker.label) {
        guard var person = people[speaker.label] else {
          labels.append(speaker.label)
          people[speaker.label] = Person(file: file.path, speaker: speaker, files: 1)
          continue
        }
        if speaker.count > person.speaker.count { (person.file, person.speaker) = (file.path, speaker) }
        person.files += 1
        people[speaker.label] = person
      }
    }
    self.labels.formUnion(labels)
    for label in labels {
      guard let person = people[label], let rank = query.rank(of: label) else { continue }
      let place = person.files == 1 ? view.archive.name(of: person.file) : counted(person.files, "file")
      add(label, .variable, in: place, of: person.file, at: person.speaker.place, rank)
    }
  }

  private mutating func add(
    _ name: String, _ kind: DocumentSymbol.Kind, in container: String?, of path: String,
    at place: Range<SourceText.Position>, _ rank: Int, _ number: Int = 0
  ) {
    let uri = view.uri(of: path)
    let isResolved = view.capabilities.client.workspace.symbol.resolvesRange
    let target = WorkspaceSymbol.Target(uri: uri, kind: kind, name: name, number: number)
    let shown = visible(name)
    // A client drops symbols without a name.
    guard shown.contains(where: { !$0.isWhitespace }) else { return }
    hits.append(
      Hit(
        rank: rank,
        symbol: WorkspaceSymbol(
          name: shown, kind: kind, container: container.map { visible($0) }, uri: uri,
          range: isResolved ? nil : PositionRange(place), target: isResolved ? target : nil)))
  }
}
