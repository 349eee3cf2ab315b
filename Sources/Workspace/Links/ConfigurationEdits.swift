import Configuration
import Files
import SourceText

/// What changes in configurations so that what they name is named as before when files and folders move: plain paths, and
/// what stands before the first wildcard of a pattern. What only a wildcard stands for is not named.
public struct ConfigurationEdits: Sendable {
  /// A configuration with its edits.
  public struct Changed: Sendable {
    public let path: String
    public let text: Text
    /// In the order of the text.
    public let edits: [Edit]
  }

  private let relocation: Relocation
  private let archive: FileArchive
  /// The paths of the transcripts.
  private let transcripts: [String]

  public init(_ relocation: Relocation, in index: FileIndex, _ archive: FileArchive) {
    (self.relocation, self.archive) = (relocation, archive)
    transcripts = index.files.lazy.filter { $0.facts != nil }.map(\.path)
  }

  /// The configurations that change, sorted by path.
  public func all(_ configurations: ConfigurationStore) -> [Changed] {
    configurations.paths.filter { isInside($0) && isInside(relocation.path(of: $0)) }.sorted().compactMap { path in
      guard case .bytes(let bytes) = archive.files.read(path) else { return nil }
      let edits = ConfigurationPath.all(in: bytes).compactMap { written in
        redirected(written, in: path).map(written.edit)
      }
      return edits.isEmpty ? nil : Changed(path: path, text: Text(bytes), edits: edits)
    }
  }

  /// Nil where it stays as it is.
  private func redirected(_ path: ConfigurationPath, in configuration: String) -> String? {
    switch path.kind {
    case .file: redirected(LiteralPrefix(path: path.written), from: folder(of: configuration))
    case .pattern, .people: redirected(LiteralPrefix(pattern: path), from: folder(of: configuration))
    case .episode: redirected(episode: path.written, in: configuration)
    }
  }

  /// A path that leads elsewhere from each transcript changes only if the same becomes of it everywhere. Where the transcript
  /// moves, the other files of the episode follow it instead.
  private func redirected(episode written: String, in configuration: String) -> String? {
    let place = names(of: configuration).dropLast()
    let folders = Set(transcripts.map(folder).filter { $0.old.starts(with: place) }.map(Way.init))
    guard let prefix = LiteralPrefix(episode: written) else { return nil }
    let led = folders.filter { folder in
      // What lies in the folder that is named is one of these files itself.
      guard let target = prefix.path.target(from: folder.old), !folder.old.starts(with: target) else { return false }
      return (try? FileStatus(absolutePath(target)))?.kind == .directory
    }
    let found = Set(led.map { $0.isMoved ? nil : redirected(prefix, from: ($0.old, $0.new)) })
    return found.count == 1 ? found.first.flatMap(\.self) : nil
  }

  private func redirected(_ prefix: LiteralPrefix?, from folder: (old: [String], new: [String])) -> String? {
    guard let prefix, let target = prefix.path.target(from: folder.old) else { return nil }
    let (path, newPath) = (absolutePath(target), relocation.path(of: absolutePath(target)))
    // Where neither moves, or both do together, it stays.
    guard path != newPath || folder.old != folder.new, isInside(path), isInside(newPath) else { return nil }
    return prefix.redirected(from: folder, to: (target, names(of: newPath)))
  }

  private func folder(of path: String) -> (old: [String], new: [String]) {
    (Array(names(of: path).dropLast()), Array(names(of: relocation.path(of: path)).dropLast()))
  }

  private struct Way: Hashable {
    let old: [String]
    let new: [String]
    var isMoved: Bool { old != new }

    init(_ folder: (old: [String], new: [String])) { (old, new) = folder }
  }

  private func isInside(_ path: String) -> Bool {
    archive.folders.contains { isPath(path, within: $0) }
  }
}

/// The names at the beginning of a path or a pattern that stand for themselves, and what stands around them.
private struct LiteralPrefix {
  let path: RelativePath
  /// Before them: `!` excepts files, `/` ties a pattern to the directory of its configuration.
  private var before = ""
  /// From the slash behind them on.
  private var behind = ""
  /// Whether it is a pattern, in which some characters stand for others.
  private var isPattern = false
  private var mayLeadUp = true

  /// Nil for an absolute path.
  init?(path written: String) {
    guard let path = LinkSpelling.value.path(written.utf8) else { return nil }
    self.path = path
  }

  /// Before the name of the episode. Nil where that stands in the first name.
  init?(episode written: String) {
    self.init(written) { $0.contains("{stem}") }
  }

  /// Nil where a wildcard stands in the first name, and where files of this name are meant in any directory.
  init?(pattern: ConfigurationPath) {
    var rest = pattern.written[...]
    var before = ""
    for mark in ["!", "/"] where rest.hasPrefix(mark) {
      before += mark
      rest = rest.dropFirst()
    }
    guard before.hasSuffix("/") || rest.contains("/") else { return nil }
    self.init(String(rest)) { name in name.contains { "*?[\\".contains($0) } }
    let leadsUp = path.steps.contains { $0.name == ".." || $0.name == "." }
    guard pattern.kind == .people || !leadsUp else { return nil }
    (self.before, isPattern, mayLeadUp) = (before, true, pattern.kind == .people)
  }

  /// - Parameter isOpen: whether a name stands for others.
  private init?(_ written: String, isOpen: (Substring) -> Bool) {
    let names = written.split(separator: "/", omittingEmptySubsequences: false)
    let literal = names.prefix { !isOpen($0) }
    let isWhole = literal.count == names.count
    guard let path = LinkSpelling.value.path(literal.joined(separator: "/").utf8) else { return nil }
    self.path = path
    if !isWhole { behind = "/" + names[literal.endIndex...].joined(separator: "/") }
  }

  /// What is written after both ends have moved; nil where it stays, or cannot be written.
  func redirected(from folder: (old: [String], new: [String]), to target: (old: [String], new: [String])) -> String? {
    guard var new = path.redirected(from: folder, to: target, spell: spell) else { return nil }
    if isPattern {
      if new.steps.first?.name == ".", path.steps.first?.name != "." { new.steps.removeFirst() }
      guard !new.steps.isEmpty, mayLeadUp || !new.steps.contains(where: { $0.name == ".." }) else { return nil }
    }
    var before = before
    // One name alone would be meant in any directory.
    if isPattern, !before.hasSuffix("/"), behind.isEmpty, new.steps.count == 1, path.steps.count > 1 { before += "/" }
    return before + String(decoding: new.spelling, as: UTF8.self) + behind
  }

  private func spell(_ name: String) -> [UInt8] {
    guard isPattern else { return Array(name.utf8) }
    let escaped = name.utf8.flatMap { "*?[\\".utf8.contains($0) ? [Ascii.backslash, $0] : [$0] }
    let isMark = before.isEmpty && ["#", "!"].contains { name.hasPrefix($0) }
    return (isMark ? [Ascii.backslash] : []) + escaped
  }
}
