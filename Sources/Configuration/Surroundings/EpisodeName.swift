import Formats

/// The part of their names that all files of an episode have in common: `ferry` for `talks/ferry.md`, and for
/// `talks/ferry.page.txt`, which names its notation before the ending.
///
/// - Parameter own: the names of the notations that the configuration defines.
public func episodeName(_ path: String, own: Set<String> = []) -> String {
  let slash = UInt8(ascii: "/")
  var name = path.utf8[...]
  while name.last == slash { name.removeLast() }
  if let end = name.lastIndex(of: slash) { name = name[name.index(after: end)...] }
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return String(Substring(name)) }
  name = name[..<dot]
  if let dot = name.lastIndex(of: UInt8(ascii: ".")) {
    let notation = String(Substring(name[name.index(after: dot)...]))
    if builtIn.contains(notation) || own.contains(notation) { name = name[..<dot] }
  }
  return String(Substring(name))
}

private let builtIn = Set(Notations.builtIn.names)
