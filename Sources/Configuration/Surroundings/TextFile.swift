/// Names of files that may hold a transcript.
public enum TextFile {
  public static let endings = ["md", "markdown", "txt", "vtt", "srt"]

  /// Endings of what a page of an episode shows or plays.
  public static let shownEndings = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "json", "mp3", "m4a", "ogg", "opus", "flac", "wav",
    "mp4",
    "webm", "mov",
  ]

  public static func promises(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
