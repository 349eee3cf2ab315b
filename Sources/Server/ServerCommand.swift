import LSP

/// The commands, by the names that clients call. Source: LSP 3.18, `workspace/executeCommand`.
///
/// Each takes one object: the `uri` of a document, and the `position` in it where the command depends on one.
enum ServerCommand: String, CaseIterable {
  /// Answers the changes that give the speaker at the position the name `name`, in all files of the folder.
  case renameSpeaker = "tapescript.renameSpeaker"
  /// Moves the time at the position and all below by `amount`, or so that it becomes `time`.
  case shiftTimes = "tapescript.shiftTimes"
  /// Gives the times at two places, `from` and `to`, each with `position` and `time`, those times.
  case stretchTimes = "tapescript.stretchTimes"
  case nextUncertain = "tapescript.nextUncertain"
  case previousUncertain = "tapescript.previousUncertain"
  case nextSpeakerChange = "tapescript.nextSpeakerChange"
  /// Plays the recording from the segment at the position.
  case openRecording = "tapescript.openRecording"
  case showReadingCopy = "tapescript.showReadingCopy"
  case showWebVTT = "tapescript.showWebVTT"
  case showSubRip = "tapescript.showSubRip"
  case showChapters = "tapescript.showChapters"
  case showStatistics = "tapescript.showStatistics"

  /// A command that edits a text is of no use to a client that makes no edits.
  func isOffered(to client: ClientCapabilities.Requests) -> Bool {
    switch self {
    case .shiftTimes, .stretchTimes: client.appliesEdits
    default: client.executesCommands
    }
  }
}
