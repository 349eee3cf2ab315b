import Formats

/// What the files of an episode are called without what tells them apart: `ferry` for `talks/ferry.md`, and for
/// `talks/ferry.page.txt`, where the notation is named before the ending.
public func episodeName(_ path: String) -> String {
  var pieces = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
  if pieces.count > 1 { pieces.removeLast() }
  if pieces.count > 1, let last = pieces.last, Detection.format(named: String(last)) != nil { pieces.removeLast() }
  return pieces.joined(separator: ".")
}

/// What a name, or a pattern for names, ends in; `*` where that cannot be told.
func ending(of path: String) -> String {
  let pieces = (path.split(separator: "/").last ?? "").split(separator: ".")
  guard pieces.count > 1, let last = pieces.last, last.allSatisfy({ $0.isLetter || $0.isNumber }) else { return "*" }
  return String(last)
}

/// Names that promise text: what may be a transcript beside others.
public enum TextFile {
  public static let endings = ["md", "markdown", "txt", "vtt", "srt"]

  public static func promises(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
