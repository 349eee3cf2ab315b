import SourceText

/// What a `tapescript.json` says by itself, before it is known where the file stands and what it extends.
public struct ConfigurationFile: Sendable {
  /// What it is called in every directory.
  public static let name = "tapescript.json"

  public let text: Text
  /// In the order of the text. What is not wrong holds all the same.
  public let mistakes: [Mistake]
  /// The files that this one goes on from, as written.
  let extends: [(path: String, range: Range<Int>)]
  /// Later ones have the last word.
  let scopes: [Scope]
  let exclude: PatternList

  public init(_ bytes: [UInt8]) {
    text = Text(bytes)
    var decoder = Decoder()
    switch NodeReader.read(bytes) {
    case .success(let root): decoder.decode(root)
    case .failure(let mistake): decoder.mistakes = [mistake]
    }
    mistakes = decoder.mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    extends = decoder.extends
    scopes = decoder.scopes
    exclude = decoder.exclude
  }
}
