import SourceText
import Transcript

/// A text that can be put in at the cursor.
public struct Completion: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case speaker, turn, time, key, note, rule, title
  }

  public var kind: Kind
  /// What it is called in a list.
  public var label: String
  /// For people, on the same line as the label; nil if there is nothing to say.
  public var detail: String?
  /// What is compared with the text that was typed.
  public var filter: String
  /// What is replaced, in bytes of the text: a stretch of one line that ends at or contains the cursor.
  public var range: Range<Int>
  public var text: String
  /// Where the words belong that the user types next, in bytes of `text`; nil if that is behind it.
  public var placeholder: Range<Int>?
  /// Changes elsewhere that belong to it. They do not overlap `range`.
  public var further: [Edit] = []
}

/// What can be put in at a byte of a text, the likeliest first.
///
/// - Parameters:
///   - rules: the ids of all rules with a sentence about each, for comments that silence them.
///   - chapters: those in the list beside the transcript, for titles of sections.
public func completions(
  _ reading: Reading, at offset: Int, rules: [(id: String, summary: String)] = [],
  chapters: [(title: String, start: Time)] = []
) -> [Completion] {
  let place = CompletionPlace(reading, offset)
  if let found = ruleCompletions(place, rules) { return found }
  if let found = bracketCompletions(place) { return found }
  if let found = titleCompletions(place, chapters) { return found }
  if let found = itemCompletions(place) { return found }
  if let found = partCompletions(place) { return found }
  return turnCompletions(place)
}

/// More about a completion, for people; nil if there is nothing to say.
public func completionNote(_ reading: Reading, _ kind: Completion.Kind, _ name: String) -> String? {
  guard kind == .speaker || kind == .turn, let speaker = reading.episode.speakers.id(of: name) else { return nil }
  let segments = reading.segments(of: speaker)
  guard !segments.isEmpty else { return nil }
  var note = "\(counted(segments.count, "segment")), \(counted(reading.words(in: segments), "word"))"
  if let last = segments.last(where: { reading.episode.start(of: $0) != nil }).flatMap(reading.episode.start) {
    note += ", last at \(last.description)"
  }
  return note + "."
}
