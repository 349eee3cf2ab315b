import Transcript

/// The chapters of an episode as another file lists them.
public struct Chapters: Sendable, Equatable {
  public struct Chapter: Sendable, Equatable {
    public var start: Time
    public var title: String

    public init(start: Time, title: String) {
      self.start = start
      self.title = title
    }
  }

  /// Of the file, for people.
  public var name: String
  public var chapters: [Chapter]

  public init(name: String, _ chapters: [Chapter]) {
    self.name = name
    self.chapters = chapters
  }

  /// The chapters in a file of lines with a time and a title each, which reads like captions.
  public init(name: String, _ reading: Reading) {
    self.init(
      name: name,
      reading.segments().compactMap { block in
        guard let start = reading.episode.start(of: block), let title = reading.string(.words, of: block),
          !title.isEmpty
        else { return nil }
        return Chapter(start: start, title: title)
      })
  }
}
