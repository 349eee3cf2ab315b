extension TextEncoding {
  /// What the bytes of a file say about its encoding.
  public enum Detected: Sendable, Equatable {
    /// The text makes sense in this encoding only.
    case certain(TextEncoding)
    /// It may be one of these, the likeliest first; none of them can be told from the others.
    case possible([TextEncoding])
    /// None that is known here.
    case unknown
  }

  /// Looks at the beginning of a file.
  ///
  /// A byte order mark and valid UTF-8 tell an encoding by themselves. The older ones are told by the languages that are written
  /// in them, so a text in a language or an encoding that is not known here is `unknown` and not something else.
  public static func detect(_ bytes: [UInt8]) -> Detected {
    for encoding in [utf16LittleEndian, utf16BigEndian] where bytes.starts(with: encoding.byteOrderMark) {
      if case .text = encoding.decode(bytes) { return .certain(encoding) }
      return .unknown
    }
    guard bytes.withUnsafeBufferPointer(firstInvalidUTF8) != nil else { return .certain(.utf8) }
    let plausible = EncodingEvidence(bytes).plausible
    guard let first = plausible.first else { return .unknown }
    return plausible.count == 1 ? .certain(first) : .possible(plausible)
  }
}
