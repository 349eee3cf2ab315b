import JSON
import SourceText

/// The content of a `tapescript.json`, independent of the place of the file and of the files that it extends.
public struct ConfigurationFile: Sendable {
  /// Its name in every directory.
  public static let name = "tapescript.json"

  public let text: Text
  /// In the order of the text. The settings without a mistake are used all the same.
  public let mistakes: [Mistake]
  /// The files that it extends, as written.
  let extends: [(path: String, range: Range<Int>)]
  /// A later scope overrides an earlier one.
  let scopes: [Scope]
  let exclude: PatternList

  /// The largest file that is read, in bytes. People do not write larger ones, and a stranger might.
  static let largest = 2 << 20

  public init(_ bytes: [UInt8]) {
    let isTooLarge = bytes.count > Self.largest
    text = Text(isTooLarge ? [] : bytes)
    var decoder = Decoder(isTooLarge ? [] : bytes)
    if isTooLarge {
      decoder.note(0..<0, "The configuration is larger than \(Self.largest >> 20) MB")
    } else {
      do throws(JSONError) {
        decoder.decode(try JSONValue(parsing: bytes, as: .configuration))
      } catch {
        decoder.note(error.range, "not JSON: \(error.reason)")
      }
    }
    mistakes = decoder.mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    extends = decoder.extends
    scopes = decoder.scopes
    exclude = decoder.exclude
  }
}
