import Transcript

/// Names of files that may hold a transcript.
public enum TextFile {
  public static let endings = ["md", "markdown", "txt", "vtt", "srt"]

  /// Endings of what a page of an episode shows or plays.
  public static let shownEndings = (MediaEndings.images.union(MediaEndings.recordings).union(["json", "pdf"])).sorted()

  public static func promises(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
