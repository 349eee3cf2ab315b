/// The content of other files that affects the findings in a transcript. A target that may read files provides it.
///
/// Each value is made from the `Reading`s of those files alone: `People`, `Sibling`, `Chapters`, and
/// `TurnIndex.copies`.
public struct Surroundings: Sendable, Equatable {
  /// The people of the site; nil where there are no files of people.
  public var people: People?
  /// Other transcripts of the episode.
  public var siblings: [Sibling]
  /// The chapters of the episode, as a file lists them.
  public var chapters: Chapters?
  /// Other files with much of the same transcript that are not siblings; nil if there are none.
  public var copies: TranscriptCopies?
  /// What the name of the transcript's own file ends in, without the point and in lower case; nil where it has no name.
  public var ending: String?

  public init(
    people: People? = nil, siblings: [Sibling] = [], chapters: Chapters? = nil, copies: TranscriptCopies? = nil,
    ending: String? = nil
  ) {
    self.ending = ending
    self.people = people
    self.siblings = siblings
    self.chapters = chapters
    self.copies = copies
  }
}
