import Formats
import Rules
import SourceText
import Transcript

/// The files around a transcript that affect its findings.
///
/// Their paths are collected before any of them is read, so a check of thousands of transcripts holds little in memory.
public struct Neighbours: Sendable, Equatable {
  /// A file around a transcript.
  struct File: Sendable, Equatable {
    /// The absolute path.
    var path: String
    /// The path relative to the directory of the transcript, for people.
    var name: String
    /// The notation that the configuration gives it.
    var notation = NotationChoice()
    /// Where it must lie if it is read from disk; nil where the user has it open.
    var fence: Fence?

    /// Whether it may be read.
    var isAllowed: Bool { fence?.allows(path) ?? true }
  }

  /// The absolute path of the transcript.
  public internal(set) var path = ""
  /// What the names of all files of the episode have in common.
  public internal(set) var episode = ""
  /// The names of the notations that the configuration defines, which may stand before the ending of a name.
  public internal(set) var ownNotations: Set<String> = []
  /// Other transcripts of the same episode: the configured ones, whether they exist or not; without any configured,
  /// those in the same directory.
  var siblings: [File] = []
  /// Whether the siblings are configured instead of found in the directory.
  var hasOwnSiblings = false
  /// Lists of chapters. The first that exists counts.
  var chapters: [File] = []
  var people: PeopleFiles?

  /// For a transcript with nothing around it.
  public init() {}

  /// Whether the transcript may be affected if a file is changed, created or deleted.
  public func concerns(_ other: String) -> Bool {
    other != path && Vicinity([self]).concerns(other)
  }

  /// Adds a sibling that need not be on disk yet. Nothing is added where the siblings are configured.
  public mutating func addSibling(_ path: String, notation: NotationChoice) {
    guard !hasOwnSiblings, !hasSibling(path), concerns(path), let name = names(path).last else { return }
    siblings.append(File(path: path, name: name, notation: notation))
    siblings.sort { $0.path < $1.path }
  }

  /// The absolute paths of the other versions that the configuration names, whether they exist or not.
  public var configuredSiblings: [String] { hasOwnSiblings ? siblings.map(\.path) : [] }

  /// Whether a file is a sibling of this transcript.
  public func hasSibling(_ other: String) -> Bool { siblings.contains { $0.path == other } }

  /// The endings of the names of these files, for clients that watch files by their endings; `*` stands for any name.
  public var endings: Set<String> {
    var endings = Set((siblings + chapters).map { ending(of: $0.path) })
    for pattern in people?.patterns ?? [] where !pattern.hasPrefix("!") { endings.insert(ending(of: pattern)) }
    return endings
  }

  /// The absolute paths that the configuration gives, in its order, whether the files exist or not.
  public var configuredPaths: [String] { ((hasOwnSiblings ? siblings : []) + chapters).map(\.path) }

  /// The absolute paths of siblings and chapters. The files of people are left out, as many transcripts share them.
  public var paths: [String] { (siblings + chapters).map(\.path) }

  /// The absolute paths of the lists of chapters that may be read. The first that exists counts.
  public var chapterLists: [String] { chapters.lazy.filter(\.isAllowed).map(\.path) }

  /// The content of the files that the given rules need. Copies of this transcript under other names are not found
  /// here, because that takes an index of all transcripts.
  ///
  /// - Parameter people: the people of the site, which many transcripts share.
  public func surroundings(for rules: Settings, people: People?, _ files: any FileSystem) -> Surroundings {
    func wants(_ rule: String) -> Bool { Rule.named(rule).map(rules.isOn) ?? false }
    var found = Surroundings(people: people, ending: path.isEmpty ? nil : ending(of: path).lowercased())
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

  /// Nil where there is none. A list of chapters has a time and a title on each line, so it is read as captions.
  private func chapterList(_ file: File, _ files: any FileSystem) -> Chapters? {
    guard let text = text(file, files), let format = Notations.builtIn.format(named: Notations.captions) else {
      return nil
    }
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
