import Features
import JSON
import LSP
import SourceText
import Transcript

/// Source: LSP 3.18, `workspace/executeCommand`.
extension Session {
  mutating func executeCommand(_ json: JSONValue) throws -> Outcome {
    let params = try ExecuteCommandParams(json)
    let client = capabilities.client.requests
    guard let command = ServerCommand(rawValue: params.command), command.isOffered(to: client) else {
      throw InvalidParams("There is no command \(visible(String(params.command.prefix(60)))).")
    }
    let arguments = try CommandArguments(params.arguments)
    guard documents[arguments.uri] != nil else { throw RequestFailed("This document is not open.") }
    guard let reading = documents[arguments.uri]?.reading else {
      throw RequestFailed("There is no transcript in this document.")
    }
    let convert = Convert(reading.text, capabilities.encoding)
    switch command {
    case .renameSpeaker:
      let offset = convert.offset(try arguments.position())
      guard renameTarget(reading, at: offset)?.kind == .speaker else {
        throw RequestFailed("No speaker can be renamed here. Place the cursor on a label.")
      }
      return try rename(reading, at: offset, in: arguments.uri, to: try arguments.name(), isEverywhere: true)
    case .shiftTimes:
      let offset = convert.offset(try arguments.position())
      guard let wish = try arguments.wish() else { return .answer(try offerShift(arguments.uri, offset, reading)) }
      return .answer(try make(moveTimes(reading, from: offset, by: wish), in: arguments.uri))
    case .stretchTimes:
      let (from, to) = (try arguments.anchor("from"), try arguments.anchor("to"))
      let anchors = [from, to].map { TimeAnchor(offset: convert.offset($0.position), time: $0.time) }
      return .answer(try make(stretchTimes(reading, between: anchors[0], and: anchors[1]), in: arguments.uri))
    case .nextUncertain:
      let passages = documents[arguments.uri]?.uncertainPassages ?? []
      let next = nextRange(of: passages, behind: convert.offset(try arguments.position()))
      return .answer(go(to: next, arguments.uri, convert, else: "Nothing in this transcript is marked as uncertain."))
    case .previousUncertain:
      let passages = documents[arguments.uri]?.uncertainPassages ?? []
      let previous = previousRange(of: passages, before: convert.offset(try arguments.position()))
      return .answer(
        go(to: previous, arguments.uri, convert, else: "Nothing in this transcript is marked as uncertain."))
    case .nextSpeakerChange:
      let next = nextSpeakerChange(reading, behind: convert.offset(try arguments.position()))
      return .answer(go(to: next, arguments.uri, convert, else: "Nobody else speaks below."))
    case .openRecording:
      return .answer(try openRecording(arguments.uri, reading, at: convert.offset(try arguments.position())))
    case .showReadingCopy: return .answer(try showView(.readingCopy, of: arguments.uri))
    case .showWebVTT: return .answer(try showView(.webVTT, of: arguments.uri))
    case .showSubRip: return .answer(try showView(.subRip, of: arguments.uri))
    case .showChapters: return .answer(try showView(.chapters, of: arguments.uri))
    case .showStatistics: return .answer(try showView(.statistics, of: arguments.uri))
    }
  }

  /// Leads to a place, and answers it for clients that go there by themselves.
  private mutating func go(to range: Range<Int>?, _ uri: DocumentURI, _ convert: Convert, else reason: String) -> Answer
  {
    guard let range else {
      tell(reason)
      return Self.nothing
    }
    let location = Location(uri: uri, range: convert.range(range))
    if capabilities.client.requests.showsDocuments { showDocument(uri, selection: location.range) }
    return location.write
  }

  /// Plays the recording, and answers its address for clients that open it by themselves.
  private mutating func openRecording(_ uri: DocumentURI, _ reading: Reading, at offset: Int) throws -> Answer {
    guard let link = playbackLink(reading, at: offset, recording: documents[uri]?.recording) else {
      throw RequestFailed("Nothing says where the recording is, or no time stands here or above.")
    }
    let address = DocumentURI(link.target)
    if capabilities.client.requests.showsDocuments { showDocument(address, isExternal: true) }
    return { $0.object { $0.member("uri", address.write) } }
  }
}
