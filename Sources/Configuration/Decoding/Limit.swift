/// Limits for a configuration, since a stranger may have written it.
public enum Limit {
  /// How many files may be looked for beside each transcript.
  public static let paths = 32
  /// How many bytes a path or an address may have. Each `{stem}` in it is replaced by the name of a transcript, so the
  /// result may be much longer.
  public static let pathBytes = 4096
}
