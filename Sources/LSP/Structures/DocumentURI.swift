import JSON
import SourceText

/// A document's name as the client spells it. Source: LSP 3.18, `DocumentUri`.
///
/// It is compared and sent back byte by byte. Two spellings may name one file, but the client knows only its own, and
/// `String` would take two Unicode forms of a name for equal.
public struct DocumentURI: Hashable, Sendable {
  /// The spelling in UTF-8.
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// The URI of a file, given by its path from the root. Source: RFC 3986, 2.3 and 3.3.
  public init(filePath path: String) { bytes = Array("file://".utf8) + Self.escaped(path.utf8) }

  /// A URI of another scheme with a path, and perhaps a query.
  public init(scheme: String, path: String, query: [UInt8]? = nil) {
    let tail = query.map { [UInt8(ascii: "?")] + Self.escaped($0) } ?? []
    bytes = Array("\(scheme):".utf8) + Self.escaped(path.utf8) + tail
  }

  private static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    return bytes.flatMap { byte in
      plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }

  /// `{ "uri": … }` under the given name.
  init(of json: JSONValue, in name: String = "textDocument") throws(InvalidParams) {
    guard let bytes = json[name]["uri"].utf8 else { throw InvalidParams("\(name).uri must be a string") }
    self.bytes = bytes
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it names a file on this machine, or will when the document is saved.
  public var isFile: Bool { bytes.starts(with: "file:".utf8) }

  /// The path with `%XX` decoded, for its extension and folders. Schemes other than `file` have paths too
  /// (`untitled:notes.vtt`), so only the scheme, host, query and fragment are cut off.
  public var path: String {
    var rest = bytes[...]
    if let colon = rest.firstIndex(of: Ascii.colon), !rest[..<colon].contains(UInt8(ascii: "/")) {
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2).drop { $0 != UInt8(ascii: "/") }
    }
    rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return String(decoding: Self.unescaped(rest), as: UTF8.self)
  }

  /// What stands behind the first `?`, with `%XX` decoded; nil if there is none.
  public var query: [UInt8]? {
    let whole = bytes.prefix { $0 != UInt8(ascii: "#") }
    return whole.firstIndex(of: UInt8(ascii: "?")).map { Self.unescaped(whole[($0 + 1)...]) }
  }

  /// Whether it has a scheme, given without the colon.
  public func hasScheme(_ scheme: String) -> Bool { bytes.starts(with: "\(scheme):".utf8) }

  private static func unescaped(_ escaped: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var at = escaped.startIndex
    while at < escaped.endIndex {
      if escaped[at] == UInt8(ascii: "%"), at + 2 < escaped.endIndex,
        let byte = UInt8(String(decoding: escaped[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        at += 3
      } else {
        result.append(escaped[at])
        at += 1
      }
    }
    return result
  }

  public func write(to writer: inout JSONWriter) { writer.value(utf8: bytes) }
}
