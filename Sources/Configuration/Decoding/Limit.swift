/// How much of something a configuration may say: a stranger may have written it.
public enum Limit {
  /// How many files may be sought for each transcript.
  public static let paths = 32
  /// How many bytes a path or an address may have, each part of which may ask for the name of the transcript again.
  public static let pathBytes = 4096
}
