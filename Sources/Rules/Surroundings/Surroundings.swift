/// What other files say that concerns a transcript. Somebody above, who may read files, fills it in.
///
/// Each value is made of the `Reading`s of those files by a function that needs nothing else: `People`, `Sibling`,
/// `Chapters`, and `TurnIndex.copies`.
public struct Surroundings: Sendable, Equatable {
  /// The people whom the site knows; nil where there are no files of people.
  public var people: People?
  /// The same episode in other notations.
  public var siblings: [Sibling]
  /// What a file of chapters says of the episode.
  public var chapters: Chapters?
  /// Other files that hold much of the same transcript, and are no siblings.
  public var copies: [TranscriptCopy]

  public init(
    people: People? = nil, siblings: [Sibling] = [], chapters: Chapters? = nil, copies: [TranscriptCopy] = []
  ) {
    self.people = people
    self.siblings = siblings
    self.chapters = chapters
    self.copies = copies
  }
}
