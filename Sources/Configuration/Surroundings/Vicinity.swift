/// The files around several transcripts, collected once so that many changed files can be looked up.
public struct Vicinity {
  /// Siblings and chapters, by their paths.
  private var named: Set<String> = []
  /// The transcripts whose siblings are those in their directory, by directory and episode.
  private var episodes: [String: [String]] = [:]
  private var people: Set<PeopleFiles> = []
  /// The names of notations that the configurations of the transcripts define.
  private var ownNotations: Set<String> = []

  public init(_ transcripts: some Sequence<Neighbours>) {
    for transcript in transcripts {
      named.formUnion(transcript.paths)
      ownNotations.formUnion(transcript.ownNotations)
      if let people = transcript.people { self.people.insert(people) }
      if !transcript.hasOwnSiblings {
        episodes[Self.key(transcript.path, transcript.episode), default: []].append(transcript.path)
      }
    }
  }

  /// Whether one of the transcripts may be affected if the file is changed, created or deleted.
  public func concerns(_ path: String) -> Bool {
    if named.contains(path) || people.contains(where: { $0.contains(path) }) { return true }
    guard TextFile.promises(path) else { return false }
    // Not every transcript has the notations that some define.
    return Set([episodeName(path), episodeName(path, own: ownNotations)]).contains { episode in
      episodes[Self.key(path, episode)]?.contains { $0 != path } ?? false
    }
  }

  private static func key(_ path: String, _ episode: String) -> String {
    resolve("..", in: names(path)) + "/" + episode
  }
}
