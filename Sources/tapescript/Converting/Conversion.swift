import Files
import Formats
import SourceText
import Transcript

/// A transcript and its conversion to another notation.
struct Conversion {
  /// The text that was converted.
  let text: Text
  let bytes: [UInt8]
  let losses: [Loss]
  private let target: String
  private let known: Notations

  init(of file: TranscriptFile, named name: String, to target: String) throws(Failure) {
    let fixed = file.laidDown
    guard let reading = file.reading else {
      throw Failure(path: name, reason: file.reason ?? "no transcript found")
    }
    var losses: [Loss] = []
    let script = reading.script(losses: &losses)
    guard !script.units.isEmpty else {
      throw Failure(path: name, reason: "the transcript has no segments, so there is nothing to convert")
    }
    let spelling = Spelling(reading)
    guard let format = fixed.known.format(named: target),
      let written = script.written(
        in: format, like: file.notation == target ? spelling : spelling.inAnotherNotation)
    else { throw Failure(path: name, reason: "nothing can be written as \(target)") }
    text = file.text
    self.target = target
    known = fixed.known
    bytes = written.bytes
    self.losses = losses + written.losses
  }

  /// A warning that the result would not be detected as the target notation; nil if it would.
  func doubt(named path: String?) -> String? {
    let detection = Detection.detect(Text(bytes), notation: NotationChoice(known: known), path: path)
    guard detection.reason != nil || detection.format?.name != target else { return nil }
    return "the result is not recognised as \(target) by what is in it; a name that ends in .\(target).txt tells it"
  }
}
