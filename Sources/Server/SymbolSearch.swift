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

  /// A speaker over all files.
  private struct Person {
    /// The file in which they speak most.
    var file: String
    var speaker: Facts.Speaker
    var files: Int
  }

  let query: NameQuery
  let view: WorkspaceView
  private var hits: [Hit] = []

  init(_ query: String, _ view: WorkspaceView) {
    self.query = NameQuery(query)
    self.view = view
  }

  /// The symbols that fit, the best first; those that fit equally well in the order of the files, speakers first.
  mutating func run(_ files: [KnownFile], _ job: Job) throws(Cancelled) -> [WorkspaceSymbol] {
    try addSpeakers(of: files, job)
    for file in files {
      guard !job.isCancelled else { throw Cancelled() }
      guard let facts = file.facts else { continue }
      add(episode: file, facts)
      add(sectionsOf: file, facts)
    }
    let order = hits.indices.sorted { (hits[$0].rank, $0) < (hits[$1].rank, $1) }
    return order.prefix(Self.most).map { hits[$0].symbol }
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
      for speaker in file.facts?.speakers ?? [] {
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
