import Files
import Formats
import SourceText
import Transcript

/// A file and the transcript in it.
struct TranscriptFile {
  /// The whole text of the file.
  var text: Text
  /// Nil where no notation was recognised.
  var notation: String?
  /// Nil if it is not a transcript.
  var reading: Reading?
  /// Why this is not a transcript; nil if it is one.
  var reason: String?

  /// The notation that the configuration sets, and the notations to choose from.
  private(set) var laidDown: NotationChoice

  /// - Parameter notation: the notation that the configuration sets.
  init(_ source: Source, notation fixed: NotationChoice) throws(Failure) {
    self.init(Text(try source.read()), notation: fixed, path: source.path)
  }

  /// - Parameter path: may tell the notation by its ending.
  init(_ text: Text, notation fixed: NotationChoice, path: String?) {
    let detection = Detection.detect(text, notation: fixed, path: path)
    laidDown = fixed
    self.text = text
    notation = detection.format?.name
    reading = detection.format.map { Document(text, format: $0).reading }
    reason = detection.reason
  }
}
