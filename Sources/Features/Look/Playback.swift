import Transcript

/// Where the recording of one episode is played, at any of its moments.
struct Playback {
  enum Piece {
    case text(String)
    /// The moment, in whole seconds.
    case seconds
  }

  /// What people do with it: play or watch.
  var verb: String
  var pieces: [Piece]

  /// The address that plays the recording from a moment.
  func address(at start: Time) -> String {
    pieces.reduce(into: "") { address, piece in
      switch piece {
      case .text(let text): address += text
      case .seconds: address += String(start.wholeSeconds)
      }
    }
  }

  /// For people: `Play from 1:02`.
  func phrase(at start: Time) -> String { "\(verb) from \(start.description)" }

  /// The recording at the configured address; without one, the video or the file that the metadata names.
  init?(_ reading: Reading, _ address: RecordingAddress?) {
    guard let playback = address?.playback(reading) ?? Self.video(reading) ?? Self.file(reading) else { return nil }
    self = playback
  }

  init(verb: String, pieces: [Piece]) {
    self.verb = verb
    self.pieces = pieces
  }

  private static func video(_ reading: Reading) -> Playback? {
    for key in ["youtube", "youtube_url", "video_id", "media"] {
      guard let value = reading.metadata(key) else { continue }
      let tail =
        value.split(separator: "v=", maxSplits: 1).dropFirst().first
        ?? value.split(separator: "youtu.be/", maxSplits: 1).dropFirst().first ?? Substring(value)
      if let id = videoID(tail.prefix(while: isOfVideoID)) {
        return Playback(verb: "Watch", pieces: [.text(videoAddress(id) + "&t="), .seconds, .text("s")])
      }
    }
    return nil
  }

  /// A file of sound or video on the web. A moment of it is named as media fragments are. Source: W3C, "Media Fragments
  /// URI 1.0", 4.2.1.
  private static func file(_ reading: Reading) -> Playback? {
    for key in ["media", "audio", "source_file"] {
      guard let value = reading.metadata(key), value.hasPrefix("https://") || value.hasPrefix("http://"),
        !value.contains("#"), let ending = value.split(separator: "?")[0].split(separator: ".").last,
        MediaEndings.recordings.contains(ending.lowercased())
      else { continue }
      return Playback(verb: "Play", pieces: [.text(escaped(value[...]) + "#t="), .seconds])
    }
    return nil
  }

  /// The page of a video on YouTube.
  static func videoAddress(_ id: String) -> String { "https://www.youtube.com/watch?v=\(id)" }

  /// A text as the id of a video on YouTube; nil if it cannot be one.
  static func videoID(_ text: Substring) -> String? {
    text.utf8.count == 11 && text.allSatisfy(isOfVideoID) ? String(text) : nil
  }

  private static func isOfVideoID(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
  }

  /// The characters that have a meaning in an address, without the brackets that would end a link in Markdown. Source:
  /// RFC 3986, 2.2.
  private static let reserved = "/:?#@!$&'*+,;=%"

  /// Percent-encodes everything that is neither unreserved (RFC 3986, 2.3) nor kept.
  static func escaped(_ text: Substring, besides kept: String = reserved) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { address, byte in
      let scalar = Unicode.Scalar(byte)
      let isUnreserved = byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber)
      if isUnreserved || "-._~".unicodeScalars.contains(scalar) || kept.unicodeScalars.contains(scalar) {
        address.unicodeScalars.append(scalar)
      } else {
        address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
