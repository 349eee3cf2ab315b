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
  /// What has become of the segments.
  let notes: [String]
  private let target: String
  private let known: Notations

  init(of file: TranscriptFile, named name: String, to target: String, _ shape: CueShape) throws(Failure) {
    let fixed = file.laidDown
    guard let reading = file.reading else {
      throw Failure(path: name, reason: file.reason ?? "no transcript found")
    }
    var losses: [Loss] = []
    let script = reading.script(losses: &losses)
    guard !script.units.isEmpty else {
      throw Failure(path: name, reason: "the transcript has no segments, so there is nothing to convert")
    }
    guard let format = fixed.known.format(named: target) else {
      throw Failure(path: name, reason: "nothing can be written as \(target)")
    }
    let areCues = file.notation.flatMap(fixed.known.format(named:))?.hasCues ?? false
    guard let shaped = shape.shape(script, areCues: areCues, for: format) else {
      throw Failure(path: name, reason: "the transcript has no times, so nothing can be shown at any")
    }
    var spelling = Spelling(reading)
    if file.notation != target { spelling = spelling.inAnotherNotation }
    if let profile = shape.profile {
      spelling.cues = LineBreaking(lines: profile.lines ?? 2, length: profile.lineLength ?? 42)
    }
    guard let written = shaped.script.written(in: format, like: spelling) else {
      throw Failure(path: name, reason: "nothing can be written as \(target)")
    }
    notes = Self.notes(shaped)
    text = file.text
    self.target = target
    known = fixed.known
    bytes = written.bytes
    self.losses = losses + shaped.losses + written.losses
  }

  private static func notes(_ shaped: CueShape.Shaped) -> [String] {
    let count = shaped.script.units.count
    var notes: [String] = []
    if shaped.cuts > 0 {
      let turns = shaped.cuts == 1 ? "one segment is" : "\(grouped(shaped.cuts)) segments are"
      notes.append("\(turns) shown in cues with times in proportion to the words; there are \(grouped(count)) cues")
    }
    if shaped.joins > 0 {
      notes.append("\(grouped(shaped.joins + count)) cues are now \(counted(count, "paragraph"))")
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
