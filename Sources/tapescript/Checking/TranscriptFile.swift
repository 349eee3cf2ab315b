import Files
import Formats
import SourceText
import Transcript

/// A file, and what is to be read in it.
struct TranscriptFile {
  /// All that is in the file.
  var text: Text
  /// Nil where no notation was recognised.
  var notation: String?
  /// Nil where it is no transcript.
  var reading: Reading?
  /// Why this is no transcript; nil where it is one.
  var reason: String?

  /// What is laid down about its notation.
  private(set) var laidDown: NotationChoice

  /// - Parameter notation: what the configuration says of it.
  init(_ source: Source, notation fixed: NotationChoice) throws(Failure) {
    self.init(Text(try source.read()), notation: fixed, path: source.path)
  }

  /// - Parameter path: may tell the notation.
  init(_ text: Text, notation fixed: NotationChoice, path: String?) {
    let detection = Detection.detect(text, notation: fixed, path: path)
    laidDown = fixed
    self.text = text
    notation = detection.format?.name
    reading = detection.format.map { Document(text, format: $0).reading }
    reason = detection.reason
  }
}
