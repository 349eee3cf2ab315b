import Configuration
import Files

/// All bytes of a file that may hold a transcript. A film is not read to its end.
///
/// - Parameters:
///   - name: as it is shown.
///   - path: what tells by its ending whether a NUL byte may be damage; nil where the text has no name.
///   - limit: how much is read behind the first bytes, in bytes.
public func readText(
  _ file: consuming OpenFile, named name: String, path: String?, atMost limit: Int = OpenFile.largest
) throws(Failure) -> [UInt8] {
  defer { file.close() }
  let head = try file.read(atMost: 8_000)
  return try readText(head, named: name, path: path) { () throws(Failure) in try file.readAll(atMost: limit) }
}

/// A text whose first bytes, 8,000 at least unless it is shorter, are read already.
public func readText(
  _ head: [UInt8], named name: String, path: String?, rest: () throws(Failure) -> [UInt8]
) throws(Failure) -> [UInt8] {
  switch Encoding(of: head.prefix(8_000), mayHoldNUL: promisesText(path)) {
  case .utf8: return try head + rest()
  case .utf16:
    throw Failure(
      path: name, reason: "is in UTF-16; only UTF-8 can be read (tapescript convert --from-encoding utf-16)")
  case .binary: throw Failure(path: name, reason: "not a text file")
  }
}

/// Whether a name has the ending of a text, so that a NUL byte in it is damage. A file without an ending may hold
/// anything.
private func promisesText(_ path: String?) -> Bool {
  guard let path, path.contains(".") else { return true }
  return TextFile.promises(path)
}
