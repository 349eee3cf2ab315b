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

  /// The name of the file, for people.
  public var name: String
  public var chapters: [Chapter]

  public init(name: String, _ chapters: [Chapter]) {
    self.name = name
    self.chapters = chapters
  }

  /// The chapters in a file with a time and a title on each line, which is read as captions.
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
