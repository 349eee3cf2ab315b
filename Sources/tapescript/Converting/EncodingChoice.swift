import Files
import SourceText

/// The encodings of a file that is converted, as far as the user names them.
struct EncodingChoice {
  /// Nil for UTF-8.
  var from: TextEncoding?
  var to: TextEncoding?

  /// Whether the bytes change even where the notation does not.
  var isGiven: Bool { from != nil || to != nil }

  /// The text of a file in UTF-8.
  func read(_ source: Source) throws(Failure) -> Text {
    guard let from else {
      let bytes = try source.read()
      if let doubt = Self.doubt(about: bytes) { throw Failure(path: source.name, reason: doubt) }
      return Text(bytes)
    }
    let bytes = try source.readBytes()
    switch from.decode(bytes) {
    case .text(let text): return Text(text)
    case .invalid(let offset):
      let place = "the byte \(hex(bytes[offset])) at offset \(offset), on line \(line(at: offset, of: bytes))"
      throw Failure(path: source.name, reason: "\(place), stands for nothing in \(from.title)")
    }
  }

  /// The bytes of a text in the encoding that is wanted.
  func write(_ text: [UInt8], of source: Source) throws(Failure) -> [UInt8] {
    guard let to else { return text }
    switch to.encode(text) {
    case .bytes(let bytes): return bytes
    case .missing(let scalar, let offset):
      let character = visible(String(scalar))
      let place = "“\(character)” (U+\(hex(scalar))) on line \(line(at: offset, of: text))"
      throw Failure(path: source.name, reason: "\(place) cannot be written in \(to.title)")
    case .invalid(let offset):
      let place = "the byte \(hex(text[offset])) on line \(line(at: offset, of: text))"
      throw Failure(path: source.name, reason: "\(place) is not UTF-8, so it cannot be written in \(to.title)")
    }
  }

  /// Why bytes are not converted as they are: in UTF-8 the letters of another encoding would be lost for good.
  private static func doubt(about bytes: [UInt8]) -> String? {
    switch TextEncoding.detect(bytes) {
    case .certain(.utf8), .unknown: nil
    case .certain(let encoding):
      "is not UTF-8 and looks like \(encoding.title); --from-encoding \(encoding.rawValue) reads it"
    case .possible(let encodings):
      "is not UTF-8 and may be \(list(encodings)); --from-encoding says which of them it is"
    }
  }

  private static func list(_ encodings: [TextEncoding]) -> String {
    encodings.map(\.title).joined(separator: " or ")
  }

  private func line(at offset: Int, of bytes: [UInt8]) -> Int { Text(Array(bytes[..<offset])).lineCount }

  private func hex(_ byte: UInt8) -> String { padded(String(byte, radix: 16, uppercase: true), to: 2) }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    padded(String(scalar.value, radix: 16, uppercase: true), to: 4)
  }

  private func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
