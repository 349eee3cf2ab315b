import SourceText
import Transcript

/// The steps in which a text gets its usual form. None of them changes a word.
public enum Layout: Sendable, CaseIterable {
  /// Quoted values of front matter get the quotes that PyYAML writes, or none. Values that would need more escapes than
  /// before stay, and so do those of the metadata that stand over several lines.
  case quotes
  /// As many line ends stand between two paragraphs as nearly everywhere in the file, and at most one blank line.
  case gaps

  /// The edits of the step, in the order of the text, without overlaps.
  public func edits(_ reading: Reading) -> [Edit] {
    switch self {
    case .quotes: requoted(reading)
    case .gaps: evenGaps(reading)
    }
  }
}

private func requoted(_ reading: Reading) -> [Edit] {
  reading.blocks.indices.flatMap { block -> [Edit] in
    let head = reading.blocks[block]
    guard !head.hasFault, reading.part(.key, of: block) != nil else { return [] }
    let isItem = reading.isItem(block)
    let changes = reading.blocks.parts(of: block).compactMap { part -> Change? in
      // What has no quotes may be a number.
      guard part.quoting == .single || part.quoting == .double else { return nil }
      let text = reading.string(of: part, in: block)
      switch part.kind {
      case .words where isItem: return .setText(block: block, 0..<text.utf8.count, text)
      case .speaker where isItem: return .setSpeaker(block: block, text)
      case .title where isItem: return .setTitle(block: block, text)
      case .value where head.kind == .metadata && !isItem:
        // One that is written anew stands on one line.
        guard !reading.text.bytes[reading.scalar(part, in: block)].contains(where: Ascii.isLineEnd) else { return nil }
        return .setValue(
          MetadataValue(text: text, range: reading.range(of: part, in: block), quoting: part.quoting), text)
      default: return nil
      }
    }
    return changes.isEmpty ? [] : (reading.edits(for: changes) ?? []).filter { !addsEscapes($0, to: reading.text) }
  }
}

/// Whether people would see an escape where they saw a character, or a blank line between two paragraphs.
private func addsEscapes(_ edit: Edit, to text: Text) -> Bool {
  func count(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "\\") } }
  return count(edit.replacement) > count(text.bytes[edit.range])
}
