import SourceText
import Transcript

/// A transcript as it was written, and what of the script is not in it.
public struct WrittenScript: Sendable {
  public var bytes: [UInt8]
  public var losses: [Loss]
}

extension Script {
  /// Writes the transcript in a notation; nil for a format that cannot write.
  ///
  /// What was written is read again, so that whatever would be read as something else is among the losses.
  ///
  /// - Parameter spelling: what is done where the notation leaves a choice.
  public func written(in format: any Format, like spelling: Spelling = Spelling()) -> WrittenScript? {
    if let format = format as? any CueFormat {
      var writer = CueScriptWriter(format, spelling)
      return writer.write(self)
    }
    guard let format = format as? TranscriptFormat else { return nil }
    var fitting = ScriptFitting(format, spelling)
    fitting.fit(self)
    var layout = ScriptLayout(format, spelling)
    var proof = ScriptProof(fitting.script, layout.write(fitting.script), format)
    if !proof.misreadTitles.isEmpty || format.notation?.traits.wraps ?? false && !proof.misreadUnits.isEmpty {
      // A title that a reader would take for something else is one with the marks of Markdown, and what is said stands on
      // one line where one of several would be something else.
      layout.markedTitles = proof.misreadTitles
      layout.unwrappedUnits = proof.misreadUnits
      proof = ScriptProof(fitting.script, layout.write(fitting.script), format)
    }
    if fitting.leaveOut(preamble: proof.misreadsPreamble, footer: proof.misreadsFooter) {
      proof = ScriptProof(fitting.script, layout.write(fitting.script), format)
    }
    return WrittenScript(bytes: proof.page.bytes, losses: fitting.losses + proof.losses)
  }
}
