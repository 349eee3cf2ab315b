/// Names of files that may hold a transcript.
public enum TextFile {
  public static let endings = ["md", "markdown", "txt", "vtt", "srt"]

  public static func promises(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
