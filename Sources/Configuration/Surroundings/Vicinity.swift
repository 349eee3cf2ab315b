/// The files around several transcripts, collected once so that many changed files can be looked up.
public struct Vicinity {
  /// Siblings and chapters, by their paths.
  private var named: Set<String> = []
  /// The transcripts whose siblings are those in their directory, by directory and episode.
  private var episodes: [String: [String]] = [:]
  private var people: Set<PeopleFiles> = []

  public init(_ transcripts: some Sequence<Neighbours>) {
    for transcript in transcripts {
      named.formUnion(transcript.paths)
      if let people = transcript.people { self.people.insert(people) }
      if !transcript.hasOwnSiblings { episodes[Self.episode(transcript.path), default: []].append(transcript.path) }
    }
  }

  /// Whether one of the transcripts may be affected if the file is changed, created or deleted.
  public func concerns(_ path: String) -> Bool {
    if named.contains(path) || people.contains(where: { $0.contains(path) }) { return true }
    guard TextFile.promises(path), let transcripts = episodes[Self.episode(path)] else { return false }
    return transcripts.contains { $0 != path }
  }

  private static func episode(_ path: String) -> String {
    resolve("..", in: names(path)) + "/" + episodeName(path)
  }
}
