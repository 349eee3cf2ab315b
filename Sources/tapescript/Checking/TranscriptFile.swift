import Files
import Formats
import SourceText
import Transcript

/// A file, and what is to be read in it.
struct TranscriptFile {
  /// Nil where no notation was recognised.
  var notation: String?
  var reading: Reading?
  /// Why this is no transcript; nil where it is one. There may be a reading nevertheless: that of the front matter.
  var reason: String?

  init(_ source: Source) throws(Failure) {
    switch try source.read() {
    case .other(let reason): self.reason = reason
    case .text(let bytes):
      let text = Text(bytes)
      let detection = Detection.detect(text, path: source.path)
      notation = detection.format?.name
      reading = detection.format.map { Document(text, format: $0).reading }
      reason = detection.reason
    }
  }
}
