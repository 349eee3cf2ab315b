/// What other files say that concerns a transcript. Somebody above, who may read files, fills it in.
public struct Surroundings: Sendable, Equatable {
  /// The people whom the site knows; nil where there are no files of people.
  public var people: People?

  public init(people: People? = nil) {
    self.people = people
  }
}
