import Formats

/// The part of their names that all files of an episode have in common: `ferry` for `talks/ferry.md`, and for
/// `talks/ferry.page.txt`, which names its notation before the ending.
public func episodeName(_ path: String) -> String {
  var pieces = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
  if pieces.count > 1 { pieces.removeLast() }
  if pieces.count > 1, let last = pieces.last, Notations.builtIn.names.contains(String(last)) { pieces.removeLast() }
  return pieces.joined(separator: ".")
}
