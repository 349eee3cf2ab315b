/// A path that a configuration gives for every episode at once: `../captions/{stem}.txt`.
enum EpisodePath {
  /// The part that the name of the episode replaces.
  static let placeholder = "{stem}"

  /// The path for one episode, as it is shown to people.
  static func path(_ pattern: String, of episode: String) -> String {
    pattern.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: episode)
  }
}
