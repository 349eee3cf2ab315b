/// How a text is stored in bytes. Texts are UTF-8 in this program; the others are for reading and writing files.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case gb2312

  /// The encoding with a name, in any case: one of the names here, or another one that programs use for it.
  ///
  /// As in browsers, what calls itself ISO 8859-1 or ASCII is read as Windows-1252 (WHATWG Encoding Standard, 4.2).
  public init?(named name: String) {
    let name = name.lowercased()
    switch name {
    case "utf8": self = .utf8
    case "utf16le", "utf-16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp1250", "windows1250", "1250": self = .windows1250
    case "cp1251", "windows1251", "1251": self = .windows1251
    case "cp1252", "windows1252", "1252", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii":
      self = .windows1252
    case "gb-2312", "gb_2312", "gb_2312-80", "euc-cn", "cp936": self = .gb2312
    default:
      guard let encoding = TextEncoding(rawValue: name) else { return nil }
      self = encoding
    }
  }

  /// For people.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little endian)"
    case .utf16BigEndian: "UTF-16 (big endian)"
    case .windows1250: "Windows-1250"
    case .windows1251: "Windows-1251"
    case .windows1252: "Windows-1252"
    case .gb2312: "GB2312"
    }
  }

  /// The bytes with which a file in UTF-16 says which of the two it is; empty for the others.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    default: []
    }
  }

  var codePage: SingleByteEncoding? {
    switch self {
    case .windows1250: .windows1250
    case .windows1251: .windows1251
    case .windows1252: .windows1252
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .gb2312: nil
    }
  }
}
