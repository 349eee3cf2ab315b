/// What other files say that concerns a transcript. Somebody above, who may read files, fills it in.
public struct Surroundings: Sendable, Equatable {
  /// The names of people by the ids of their files; nil where there are no such files.
  public var people: [String: String]?

  public init(people: [String: String]? = nil) {
    self.people = people
  }
}
