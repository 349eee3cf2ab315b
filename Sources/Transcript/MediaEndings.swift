/// How names of files end, in lower case and without the full stop, that are not text.
public enum MediaEndings {
  /// Images that a browser shows.
  public static let images: Set<String> = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]

  /// Sound and video that a browser plays.
  public static let recordings: Set<String> = [
    "aac", "flac", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "wav", "webm",
  ]
}
