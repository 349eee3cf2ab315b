import Formats
import Rules
import SourceText
import Transcript

/// A file and the transcript in it.
public struct TranscriptFile: Sendable {
  /// The whole text of the file.
  public var text: Text
  /// Nil where no notation was recognised.
  public var notation: String?
  /// Nil if it is not a transcript.
  public var reading: Reading?
  /// Why this is not a transcript; nil if it is one.
  public var reason: String?

  /// The notation that the configuration sets, and the notations to choose from.
  public private(set) var laidDown: NotationChoice
  private let languageID: String?
  private let path: String?

  /// - Parameters:
  ///   - notation: the notation that the configuration sets.
  ///   - languageID: what an editor takes the text for; nil where none has it open.
  ///   - path: may tell the notation by its ending.
  public init(_ text: Text, notation fixed: NotationChoice, languageID: String? = nil, path: String?) {
    let detection = Detection.detect(text, notation: fixed, languageID: languageID, path: path)
    (laidDown, self.languageID, self.path) = (fixed, languageID, path)
    self.text = text
    notation = detection.format?.name
    reading = detection.format.map { Document(text, format: $0).reading }
    reason = detection.reason
  }

  /// Whether the text with some edits is still read in its notation, with the same words in the same segments.
  ///
  /// - Parameter label: a new label. Where it stood before words and was none because it stood alone, it may become one.
  public func keepsWords(with edits: [Edit], label: String = "") -> Bool {
    guard let reading else { return false }
    return Workspace.keepsWords(reading, notation: notation, with: edits, label: label) { text in
      Detection.detect(text, notation: laidDown, languageID: languageID, path: path)
    }
  }

  /// Whether the text with some edits, which may be in what is said, still has as many segments in its notation; true where
  /// it is no transcript and becomes none.
  public func keepsSegments(with edits: [Edit]) -> Bool {
    let text = Changes(EditList(edits)).applied(to: text)
    let found = Detection.detect(text, notation: laidDown, languageID: languageID, path: path).format
    guard found?.name == notation else { return false }
    guard let found, let reading else { return true }
    return Document(text, format: found).reading.script.units.count == reading.script.units.count
  }
}
