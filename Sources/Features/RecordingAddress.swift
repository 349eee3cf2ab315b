import Transcript

/// The address of a recording, as a pattern for many episodes: `https://media.example/{stem}.mp3#t={seconds}`.
public struct RecordingAddress: Sendable, Equatable {
  private let pattern: String
  private let stem: String

  /// - Parameters:
  ///   - pattern: may have `{stem}`, `{seconds}` and keys of the metadata in braces.
  ///   - stem: replaces `{stem}`.
  public init(_ pattern: String, stem: String) {
    self.pattern = pattern
    self.stem = stem
  }

  /// The address for a moment of one recording; nil where its metadata lacks a key.
  func address(_ reading: Reading, at start: Time) -> String? {
    var address = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = value(of: String(rest[open...].dropFirst().prefix(upTo: close)), reading, start) else {
        return nil
      }
      address += escaped(rest[..<open], besides: Self.reserved) + escaped(value[...], besides: "/")
      rest = rest[close...].dropFirst()
    }
    return address + escaped(rest, besides: Self.reserved)
  }

  private func value(of name: String, _ reading: Reading, _ start: Time) -> String? {
    switch name {
    case "stem": stem
    case "seconds": String(start.wholeSeconds)
    default: reading.metadata(name)
    }
  }

  /// The characters that have a meaning in an address, without the brackets that would end a link in Markdown. Source:
  /// RFC 3986, 2.2.
  private static let reserved = "/:?#@!$&'*+,;=%"

  /// Percent-encodes everything that is neither unreserved (RFC 3986, 2.3) nor kept.
  private func escaped(_ text: Substring, besides kept: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { address, byte in
      let scalar = Unicode.Scalar(byte)
      let isUnreserved = byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber)
      if isUnreserved || "-._~".unicodeScalars.contains(scalar) || kept.unicodeScalars.contains(scalar) {
        address.unicodeScalars.append(scalar)
      } else {
        address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
