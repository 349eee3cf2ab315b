import Formats
import Rules
import Transcript

/// What the files of one check have to do with each other: which are the same episode in another notation, and which hold
/// much of the same transcript.
///
/// Found before anything is judged, in a reading of its own: of a file that was read nothing is kept but the hashes of its
/// turns, so that thousands of files need little memory.
struct Relations: Sendable {
  private struct File: Sendable {
    var subject: Subject
    var notation: String?
    var turns: LongTurns
  }

  private var turns = TurnIndex()
  /// By what the files of an episode have in common.
  private var episodes: [String: [File]] = [:]

  /// A file alone has no relations, and the standard input has none. Nothing is read where nobody wants to know.
  init(_ subjects: [Subject], _ selection: Selection) {
    let rules = ["sibling-out-of-sync", "transcript-duplicate"].compactMap(Rule.named)
    let files = subjects.filter { subject in
      guard case .file = subject.source else { return false }
      let settings = selection.applied(to: subject.settings.rules)
      return rules.contains(where: settings.isOn)
    }
    guard files.count > 1 else { return }
    let read = inParallel(files) { subject in
      // A file that cannot be read is named when its turn comes.
      guard let file = try? TranscriptFile(subject.source, notation: subject.settings.notation), file.reason == nil,
        let reading = file.reading
      else { return File?.none }
      return File(subject: subject, notation: file.notation, turns: LongTurns(reading))
    }
    for file in read.compactMap(\.self) {
      let name = file.subject.source.name
      turns.update(name, file.turns)
      episodes[episodePath(name), default: []].append(file)
    }
  }

  /// The files around one, read.
  func neighbourhood(of subject: Subject) -> Neighbourhood {
    var around = Neighbourhood(surroundings: subject.surroundings)
    guard case .file(let path) = subject.source else { return around }
    let episode = episodes[episodePath(path)] ?? []
    let notation = episode.first { $0.subject.source == subject.source }?.notation
    around.siblings = episode.filter { $0.notation != notation }.compactMap { file in
      let sibling = try? TranscriptFile(file.subject.source, notation: file.subject.settings.notation)
      return sibling?.reading.map { (name: lastComponent(file.subject.source.name), reading: $0) }
    }
    // The notations of an archive may have a folder each: files with one name are one episode there, too.
    let stem = lastComponent(episodePath(path))
    around.surroundings.copies = turns.copies(of: path) { lastComponent(episodePath($0)) == stem }
    return around
  }
}

/// The files around one that is judged.
struct Neighbourhood: Sendable {
  /// What does not depend on how the file itself is read.
  var surroundings: Surroundings
  var siblings: [(name: String, reading: Reading)] = []

  /// What they say about a reading of the file.
  func surroundings(of reading: Reading) -> Surroundings {
    var all = surroundings
    all.siblings = siblings.map { Sibling(name: $0.name, $0.reading, of: reading) }
    return all
  }
}

/// A path without what tells the notation: `talks/ferry` for `talks/ferry.txt` and for `talks/ferry.page.txt`.
private func episodePath(_ path: String) -> String {
  let name = lastComponent(path)
  var pieces = name.split(separator: ".", omittingEmptySubsequences: false)
  if pieces.count > 1 { pieces.removeLast() }
  if pieces.count > 1, Detection.format(named: String(pieces[pieces.count - 1])) != nil { pieces.removeLast() }
  return path.dropLast(name.count) + pieces.joined(separator: ".")
}

private func lastComponent(_ path: String) -> String {
  String(path.split(separator: "/").last ?? "")
}
