/// A path as a configuration writes it for each episode anew: `../captions/{stem}.txt`.
enum EpisodePath {
  /// The part that is another one for each episode.
  static let placeholder = "{stem}"

  /// The path for an episode, as it is shown.
  static func path(_ pattern: String, of episode: String) -> String {
    pattern.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: episode)
  }
}
