import Files
import Formats
import SourceText
import Transcript

/// A file, and what is to be read in it.
struct TranscriptFile {
  /// All that is in the file; nil where it was not read to its end.
  var text: Text?
  /// Nil where no notation was recognised.
  var notation: String?
  var reading: Reading?
  /// Why this is no transcript; nil where it is one. There may be a reading nevertheless: that of the front matter.
  var reason: String?

  init(_ source: Source) throws(Failure) {
    switch try source.read() {
    case .other(let reason): self.init(withoutText: reason)
    case .text(let bytes): self.init(Text(bytes), path: source.path)
    }
  }

  private init(withoutText reason: String) {
    self.reason = reason
  }

  /// - Parameter path: may tell the notation.
  init(_ text: Text, path: String?) {
    let detection = Detection.detect(text, path: path)
    self.text = text
    notation = detection.format?.name
    reading = detection.format.map { Document(text, format: $0).reading }
    reason = detection.reason
  }
}
