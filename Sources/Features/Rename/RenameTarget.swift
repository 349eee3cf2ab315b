import SourceText
import Transcript

/// Something that can be renamed: a speaker, the title of a section, or a time.
public struct RenameTarget: Sendable, Equatable {
  public enum Kind: Sendable {
    /// Renamed wherever the label stands, and in the front matter.
    case speaker
    case title
    /// Moves together with all times below.
    case time
  }

  public var kind: Kind
  /// Where its name stands, in bytes of the text.
  public var range: Range<Int>
  /// Its name, decoded.
  public var name: String
  /// The block of the text in which it stands.
  var block: Int
  /// The part of the block; nil in the front matter above.
  var part: Part?
}

/// What can be renamed at a byte; nil if there is nothing.
public func renameTarget(_ reading: Reading, at offset: Int) -> RenameTarget? {
  guard let block = reading.blocks.index(at: offset) else { return nil }
  let kind = reading.kind(of: block)
  guard kind == .segment || kind == .header else { return listedSpeaker(reading, block, offset) }
  for part in reading.blocks.parts(of: block) where part.length > 0 {
    let range = reading.range(of: part, in: block)
    // All that stands in a header before its title belongs to the title.
    let isBefore = part.kind == .title && offset < range.lowerBound
    guard isBefore || reading.isAt(offset, range), part.quoting != .other else { continue }
    let isTime = writtenTime(reading, part, in: block) != nil
    let target: RenameTarget.Kind? =
      switch part.kind {
      case .speaker: reading.speaker(of: block) == nil ? nil : .speaker
      case .start, .end, .seconds, .inlineTime: isTime ? .time : nil
      case .title: kind != .header ? nil : isTime ? .time : .title
      default: nil
      }
    if let target {
      let name = reading.string(of: part, in: block)
      return RenameTarget(kind: target, range: range, name: name, block: block, part: part)
    }
  }
  return nil
}

/// A speaker where the front matter names them exactly as their label does.
private func listedSpeaker(_ reading: Reading, _ block: Int, _ offset: Int) -> RenameTarget? {
  guard reading.blocks[block].kind == .metadata, let key = reading.string(.key, of: block),
    RosterKey.all.contains(where: { $0.name == key }),
    let value = reading.names(of: block).first(where: { $0.range.touches(offset) }),
    let speaker = reading.episode.speakers.id(of: value.text), reading.episode.speakers.isConfirmed(speaker)
  else { return nil }
  return RenameTarget(kind: .speaker, range: value.range, name: value.text, block: block, part: nil)
}

/// The time that a part gives; nil if the part is none or cannot be read.
func writtenTime(_ reading: Reading, _ part: Part, in block: Int) -> Time? {
  let bytes = reading.text.bytes[reading.range(of: part, in: block)]
  if part.kind == .seconds { return Time(secondsWrittenAs: bytes) }
  if case .time(let stamp) = Timestamp.read(bytes) { return stamp.time }
  return nil
}
