import Files
import Formats
import SourceText
import Transcript
import Workspace

/// A transcript and its conversion to another notation.
struct Conversion {
  /// The text that was converted.
  let text: Text
  let bytes: [UInt8]
  let losses: [Loss]
  /// What has become of the segments.
  let notes: [String]
  private let target: String
  private let known: Notations

  init(of file: TranscriptFile, named name: String, to target: String, _ shape: CueShape) throws(Failure) {
    let fixed = file.laidDown
    guard let reading = file.reading else {
      throw Failure(path: name, reason: file.reason ?? "no transcript found")
    }
    guard let format = fixed.known.format(named: target) else {
      throw Failure(path: name, reason: "nothing can be written as \(target)")
    }
    switch reading.converted(to: format, from: file.notation.flatMap(fixed.known.format(named:)), shape) {
    case .failure(.noSegments):
      throw Failure(path: name, reason: "the transcript has no segments, so there is nothing to convert")
    case .failure(.noTimes):
      throw Failure(path: name, reason: "the transcript has no times, so nothing can be shown at any")
    case .failure(.notWritten): throw Failure(path: name, reason: "nothing can be written as \(target)")
    case .success(let converted):
      notes = Self.notes(converted)
      text = file.text
      self.target = target
      known = fixed.known
      bytes = converted.bytes
      losses = converted.losses
    }
  }

  private static func notes(_ converted: ConvertedTranscript) -> [String] {
    let count = converted.segments
    var notes: [String] = []
    if converted.cuts > 0 {
      let turns = converted.cuts == 1 ? "one segment is" : "\(grouped(converted.cuts)) segments are"
      notes.append("\(turns) shown in cues with times in proportion to the words; there are \(grouped(count)) cues")
    }
    if converted.joins > 0 {
      notes.append("\(grouped(converted.joins + count)) cues are now \(counted(count, "paragraph"))")
    }
    return notes
  }

  /// A warning that the result would not be detected as the target notation; nil if it would.
  func doubt(named path: String?) -> String? {
    let detection = Detection.detect(Text(bytes), notation: NotationChoice(known: known), path: path)
    guard detection.reason != nil || detection.format?.name != target else { return nil }
    return "the result is not recognised as \(target) by what is in it; a name that ends in .\(target).txt tells it"
  }
}
