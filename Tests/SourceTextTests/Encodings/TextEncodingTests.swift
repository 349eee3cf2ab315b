import SeededRandom
import SourceText
import Testing

struct TextEncodingTests {
  /// Python has no encoding that is named after what Windows writes under the name of GB2312.
  private static let codecs: [(TextEncoding, String)] = [
    (.utf16LittleEndian, "utf-16-le"), (.utf16BigEndian, "utf-16-be"), (.windows1250, "cp1250"),
    (.windows1251, "cp1251"), (.windows1252, "cp1252"), (.gb2312, "gbk"),
  ]

  @Test(
    "Each byte and each pair of bytes is what Python says", .enabled(if: PythonCodecs.isInstalled, "needs python3"),
    arguments: codecs)
  func sameAsPython(encoding: TextEncoding, name: String) throws {
    let program = """
      def say(data):
          try:
              data.decode('gb2312' if '\(name)' == 'gbk' else '\(name)')
              return data.decode('\(name)').encode('utf-8').hex()
          except UnicodeDecodeError as error:
              return 'x%d' % error.start
      for a in range(256):
          print(say(bytes([a])), *(say(bytes([a, b])) for b in range(256)))
      """
    let lines = try PythonCodecs.run(program).split(separator: "\n")
    #expect(lines.count == 256)
    for (first, line) in lines.enumerated() {
      let said = line.split(separator: " ", omittingEmptySubsequences: false)
      #expect(said.count == 257)
      for (index, text) in said.enumerated() {
        let bytes = index == 0 ? [UInt8(first)] : [UInt8(first), UInt8(index - 1)]
        // The mark itself is no part of the text; Python keeps it.
        if bytes == [0xFF, 0xFE] || bytes == [0xFE, 0xFF], encoding != .gb2312, encoding.codePageName == nil {
          continue
        }
        let expected: TextEncoding.Decoded =
          text.hasPrefix("x") ? .invalid(at: Int(text.dropFirst())!) : .text(PythonCodecs.bytes(text))
        guard encoding.decode(bytes) != expected else { continue }
        Issue.record("\(encoding): \(bytes) is \(expected), not \(encoding.decode(bytes))")
      }
    }
  }

  @Test(
    "Texts of any characters come and go as in Python", .enabled(if: PythonCodecs.isInstalled, "needs python3"),
    arguments: codecs, UInt64(1)...4)
  func bothWays(of name: (TextEncoding, String), seed: UInt64) throws {
    let (encoding, codec) = name
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<60).map { _ in encoding.randomText(using: &generator) }
    for (text, expected) in zip(texts, try PythonCodecs.encode(texts, as: codec)) {
      let mark: [UInt8] =
        encoding == .utf16LittleEndian ? [0xFF, 0xFE] : encoding == .utf16BigEndian ? [0xFE, 0xFF] : []
      #expect(encoding.encode(Array(text.utf8)) == .bytes(mark + expected), "\(text)")
      #expect(encoding.decode(mark + expected) == .text(Array(text.utf8)), "\(text)")
    }
  }

  @Test("What an encoding does not have is said, with its place", arguments: TextEncoding.allCases)
  func missing(encoding: TextEncoding) {
    let isOfUnicode = [.utf8, .utf16LittleEndian, .utf16BigEndian].contains(encoding)
    let text = Array("Ida: 🎙 on air".utf8)
    if isOfUnicode {
      guard case .bytes(let bytes) = encoding.encode(text) else {
        Issue.record("\(encoding)")
        return
      }
      #expect(encoding.decode(bytes) == .text(text))
    } else {
      #expect(encoding.encode(text) == .missing("🎙", at: 5))
    }
    #expect(encoding.encode([0x61, 0xFF]) == .invalid(at: 1))
  }

  @Test("Bytes that an encoding does not have are said, with their place")
  func invalid() {
    #expect(TextEncoding.windows1252.decode([0x61, 0x62, 0x81, 0x63]) == .invalid(at: 2))
    #expect(TextEncoding.gb2312.decode([0x61, 0xB0]) == .invalid(at: 1))
    #expect(TextEncoding.gb2312.decode([0xB0, 0x41]) == .invalid(at: 0))
    #expect(TextEncoding.utf16LittleEndian.decode([0x61, 0x00, 0x00, 0xD8, 0x61, 0x00]) == .invalid(at: 2))
    #expect(TextEncoding.utf16LittleEndian.decode([0x61, 0x00, 0x62]) == .invalid(at: 2))
    #expect(TextEncoding.utf8.decode([0x61, 0xC3]) == .invalid(at: 1))
  }

  @Test("Byte order marks: that of UTF-16 is none of the text's, that of UTF-8 goes with another encoding")
  func marks() {
    #expect(TextEncoding.utf16LittleEndian.decode([0xFF, 0xFE, 0x61, 0x00]) == .text([0x61]))
    #expect(TextEncoding.utf16BigEndian.decode([0xFE, 0xFF, 0x00, 0x61]) == .text([0x61]))
    #expect(TextEncoding.utf8.decode(Text.byteOrderMark + [0x61]) == .text(Text.byteOrderMark + [0x61]))
    #expect(TextEncoding.windows1252.encode(Text.byteOrderMark + [0x61]) == .bytes([0x61]))
  }

  @Test(
    "Encodings have the names that people give them",
    arguments: [
      ("UTF-8", TextEncoding.utf8), ("cp1252", .windows1252), ("Windows-1251", .windows1251), ("latin1", .windows1252),
      ("utf-16", .utf16LittleEndian), ("GB2312", .gb2312),
    ])
  func names(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test("No other name is an encoding", arguments: ["", "utf", "windows", "koi8-r", "1253", "utf-32"])
  func otherNames(name: String) {
    #expect(TextEncoding(named: name) == nil)
  }
}

extension TextEncoding {
  /// The name of Python for an encoding of one byte a character.
  fileprivate var codePageName: String? {
    switch self {
    case .windows1250: "cp1250"
    case .windows1251: "cp1251"
    case .windows1252: "cp1252"
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .gb2312: nil
    }
  }

  /// A text of characters that the encoding has.
  fileprivate func randomText(using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...80, using: &generator) {
      switch self {
      case .utf8, .utf16LittleEndian, .utf16BigEndian:
        let ranges: [ClosedRange<UInt32>] = [
          0x20...0x7E, 0xA0...0x24F, 0x4E00...0x9FA5, 0x1F300...0x1F64F, 0xE000...0xFFFD,
        ]
        let value = UInt32.random(in: ranges.randomElement(using: &generator)!, using: &generator)
        // A mark in the middle of a text is part of it, and at its beginning is not.
        if let scalar = Unicode.Scalar(value), value != 0xFEFF { text.unicodeScalars.append(scalar) }
      case .windows1250, .windows1251, .windows1252:
        if case .text(let bytes) = decode([UInt8.random(in: 0...255, using: &generator)]) {
          text += String(decoding: bytes, as: UTF8.self)
        }
      case .gb2312:
        let pair = [UInt8.random(in: 0xA1...0xF7, using: &generator), UInt8.random(in: 0xA1...0xFE, using: &generator)]
        if case .text(let bytes) = decode(pair) { text += String(decoding: bytes, as: UTF8.self) }
        if Bool.random(using: &generator) { text += "a" }
      }
    }
    return text
  }
}
