import Configuration
import Files
import SourceText
import Transcript

/// What changes in texts so that their relative paths lead to the same files as before, when files and folders move.
public struct LinkEdits: Sendable {
  private let relocation: Relocation
  /// The folders, as their paths are spelled.
  private let folders: [String]
  /// The same folders; nothing is looked up outside of them.
  private let fences: [Fence]
  private let open: Set<String>

  public init(_ relocation: Relocation, in archive: FileArchive) {
    self.relocation = relocation
    folders = archive.folders
    fences = archive.folders.compactMap { folder in realPath(folder).map { Fence(LocalFiles(), root: $0) } }
    open = Set(archive.open.keys)
  }

  /// Whether a file has to be read.
  public func concern(_ file: KnownFile) -> Bool { file.links?.concern(relocation, at: file.path) ?? false }

  /// The edits of a text, in its order. Empty where something would then be read as another transcript.
  ///
  /// - Parameter path: the absolute path of the text before it moves.
  public func edits(of file: TranscriptFile, at path: String) -> [Edit] {
    let newPath = relocation.path(of: path)
    guard isInside(path), isInside(newPath) else { return [] }
    let folder = (old: Array(names(of: path).dropLast()), new: Array(names(of: newPath).dropLast()))
    var edits: [Edit] = []
    var changes: [Change] = []
    for place in PathInText.all(in: file, at: path) {
      guard let new = redirected(place, from: folder) else { continue }
      guard let value = place.value else {
        edits.append(Edit(place.range, new.spelling))
        continue
      }
      if value.keepsQuotes(around: new.spelling, in: file.text) {
        edits.append(Edit(value.range, new.spelling))
      } else {
        changes.append(.setValue(value, String(decoding: new.spelling, as: UTF8.self)))
      }
    }
    if !changes.isEmpty {
      let own = file.metadata?.edits(for: changes) ?? []
      edits += own.filter { edit in !edits.contains { $0.range.overlaps(edit.range) } }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return edits.isEmpty || file.keepsSegments(with: edits) ? edits : []
  }

  /// Nil where the path stays as it is.
  private func redirected(_ place: PathInText, from folder: (old: [String], new: [String])) -> RelativePath? {
    guard let target = place.path.target(from: folder.old) else { return nil }
    let path = absolutePath(target)
    let newPath = relocation.path(of: path)
    // A path that leads nowhere, or out of the workspace, stays.
    guard folder.old != folder.new || newPath != path, isInside(path), isInside(newPath), exists(path) else {
      return nil
    }
    return place.path.redirected(from: folder, to: (target, names(of: newPath))) {
      place.spelling.spell($0, like: place.path)
    }
  }

  private func isInside(_ path: String) -> Bool {
    folders.contains { isPath(path, within: $0) }
  }

  private func exists(_ path: String) -> Bool { open.contains(path) || fences.contains { $0.holds(path) } }
}

extension MetadataValue {
  /// Whether it stands in quotes that another text may stand in without an escape. A notation that writes a value anew may
  /// quote it in another way.
  fileprivate func keepsQuotes(around new: [UInt8], in text: Text) -> Bool {
    guard quoting == .single || quoting == .double, text.bytes[range].elementsEqual(self.text.utf8) else {
      return false
    }
    return new.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != Ascii.backslash && $0 != Ascii.quote && $0 != UInt8(ascii: "'")
    }
  }
}
