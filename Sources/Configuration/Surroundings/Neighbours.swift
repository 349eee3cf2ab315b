import Formats
import Rules
import SourceText
import Transcript

/// The files around a transcript that say something about it.
///
/// Which they are is known without reading one of them, so that thousands of transcripts can wait for their turn.
public struct Neighbours: Sendable, Equatable {
  /// A file around a transcript.
  struct File: Sendable, Equatable {
    /// From the root.
    var path: String
    /// From the directory of the transcript, for people.
    var name: String
    /// The notation that is laid down for it.
    var notation: String?
    /// The files among which it has to be if it is on disk; nil where the user has it open.
    var fence: Fence?

    /// Whether it may be read.
    var isAllowed: Bool { fence?.allows(path) ?? true }
  }

  /// Of the transcript, from the root.
  public internal(set) var path = ""
  /// The same episode once more: those that are configured, there or not, or those in the same directory.
  var siblings: [File] = []
  /// Whether the siblings are those that are configured; otherwise they are what the directory holds.
  var hasOwnSiblings = false
  /// The first of them that is there counts.
  var chapters: [File] = []
  var people: PeopleFiles?

  /// Where there is nothing around.
  public init() {}

  /// Whether what a file says, that it comes, or that it goes, may concern the transcript.
  public func concerns(_ other: String) -> Bool {
    other != path && Vicinity([self]).concerns(other)
  }

  /// Takes a file for the same episode once more that need not be on disk yet. Siblings that are configured are all there
  /// are.
  public mutating func addSibling(_ path: String, notation: String?) {
    guard !hasOwnSiblings, !hasSibling(path), concerns(path), let name = names(path).last else { return }
    siblings.append(File(path: path, name: name, notation: notation))
    siblings.sort { $0.path < $1.path }
  }

  /// Whether a file is the same episode once more, as it is configured.
  public func hasSibling(_ other: String) -> Bool { siblings.contains { $0.path == other } }

  /// What the names of the files around end in, for those who watch files; `*` for whatever it is.
  public var endings: Set<String> {
    var endings = Set((siblings + chapters).map { ending(of: $0.path) })
    for pattern in people?.patterns ?? [] where !pattern.hasPrefix("!") { endings.insert(ending(of: pattern)) }
    return endings
  }

  /// Siblings and chapters that may be there, from the root. Those of people are the same for many transcripts.
  public var paths: [String] { (siblings + chapters).map(\.path) }

  /// What the files say, as far as some rule wants to know. What other transcripts are copies of this one is not known
  /// here: that takes an index of all.
  ///
  /// - Parameter people: those of `people`, which many transcripts share.
  public func surroundings(for rules: Settings, people: People?, _ files: any FileSystem) -> Surroundings {
    func wants(_ rule: String) -> Bool { Rule.named(rule).map(rules.isOn) ?? false }
    var found = Surroundings(people: people)
    if wants("sibling-out-of-sync") {
      found.siblings = siblings.compactMap { file in
        transcript(file, files).map { Sibling(name: file.name, $0) }
      }
    }
    if wants("chapters-out-of-sync") {
      found.chapters = chapters.lazy.compactMap { chapterList($0, files) }.first
    }
    return found
  }

  /// Nil where there is no transcript.
  private func transcript(_ file: File, _ files: any FileSystem) -> Reading? {
    guard let text = text(file, files) else { return nil }
    return Detection.detect(text, notation: file.notation, path: file.path).format.map {
      Document(text, format: $0).reading
    }
  }

  /// Nil where there is none. Lines with a time and a title each read like captions.
  private func chapterList(_ file: File, _ files: any FileSystem) -> Chapters? {
    guard let text = text(file, files), let format = Detection.format(named: "captions") else { return nil }
    let chapters = Chapters(name: file.name, Document(text, format: format).reading)
    return chapters.chapters.isEmpty ? nil : chapters
  }

  private func text(_ file: File, _ files: any FileSystem) -> Text? {
    guard file.isAllowed, case .bytes(let bytes) = files.read(file.path), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    else { return nil }
    return Text(bytes)
  }
}
