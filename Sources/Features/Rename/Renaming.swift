import SourceText
import Transcript

/// The edits that give something a new name.
public struct Renaming: Sendable, Equatable {
  /// In the order of the text, without overlaps.
  public var edits: [Edit]
  /// For people: what the edits do.
  public var label: String
  /// For people: what they should know about it; nil if there is nothing.
  public var note: String?
}

/// Why nothing is changed, as a sentence for people; or the edits.
public enum RenameResult: Sendable, Equatable {
  case renaming(Renaming)
  case refusal(String)
}

/// Gives what stands at a byte a new name. A time moves together with all times below it.
public func rename(_ reading: Reading, at offset: Int, to name: String) -> RenameResult {
  guard let target = renameTarget(reading, at: offset) else {
    return .refusal("Nothing can be renamed here. Place the cursor on a speaker, a time or the title of a section.")
  }
  let name = trimmedName(name)
  return switch target.kind {
  case .speaker: rename(reading, speaker: target.name, to: name)
  case .title: renameTitle(reading, target, to: name)
  case .time: moveTimes(reading, from: target, to: name)
  }
}

/// A name as it is given, without blanks around it.
public func trimmedName(_ name: String) -> String {
  var trimmed = Substring(name)
  while trimmed.first?.isWhite ?? false { trimmed.removeFirst() }
  while trimmed.last?.isWhite ?? false { trimmed.removeLast() }
  return String(trimmed)
}

/// Gives the speaker with a label another name, in all labels and where the metadata names them exactly like that.
public func rename(_ reading: Reading, speaker old: String, to name: String) -> RenameResult {
  let name = trimmedName(name)
  guard !name.isEmpty else { return .refusal("A speaker needs a name.") }
  let speakers = reading.episode.speakers
  guard speakers.id(of: old) != nil else { return .refusal("No segment has this label.") }
  guard name != old else { return .renaming(Renaming(edits: [], label: "Nothing changes")) }
  let labels = labelPlaces(reading, of: old)
  let voices = labels.filter { !$0.isFirst }.map { voice in
    MetadataValue(
      text: old, range: reading.range(of: voice.part, in: voice.block), quoting: voice.part.quoting)
  }
  let listed = listedValues(reading, of: old)
  let changes: [Change] =
    labels.filter(\.isFirst).map { .setSpeaker(block: $0.block, name) } + (voices + listed).map { .setValue($0, name) }
  guard let edits = reading.edits(for: changes) else {
    return .refusal("“\(visible(name))” cannot stand as a speaker label in this file.")
  }
  var notes: [String] = []
  if !listed.isEmpty { notes.append("The front matter is changed, too.") }
  if let other = speakers.id(of: name), speakers.isConfirmed(other) {
    notes.append("There is a speaker “\(visible(name))” already, so the two become one.")
  }
  let count = labels.count
  return .renaming(
    Renaming(
      edits: edits, label: "Rename “\(visible(old))” to “\(visible(name))” in \(counted(count, "place"))",
      note: notes.isEmpty ? nil : notes.joined(separator: " ")))
}

/// The places of the front matter that name a speaker exactly as the label does.
private func listedValues(_ reading: Reading, of name: String) -> [MetadataValue] {
  reading.listedSpeakers.filter { $0.text == name }
}

private func renameTitle(_ reading: Reading, _ target: RenameTarget, to name: String) -> RenameResult {
  guard !name.isEmpty else { return .refusal("A section needs a title.") }
  guard name != target.name else { return .renaming(Renaming(edits: [], label: "Nothing changes")) }
  guard let edits = reading.edits(for: [.setTitle(block: target.block, name)]) else {
    return .refusal("“\(visible(name))” cannot stand as a title in this file.")
  }
  return .renaming(
    Renaming(edits: edits, label: "Rename the section “\(visible(target.name))” to “\(visible(name))”"))
}
