import Transcript

extension Kind {
  /// An invented episode of about `size` bytes.
  ///
  /// - Parameter seed: makes another episode.
  func episode(of size: Int, seed: UInt64 = 2_021) -> [UInt8] {
    var writer = EpisodeWriter(notation: notation, size: size, faultEvery: faultEvery, Chatter(seed: seed))
    writer.write()
    return Array(writer.text.utf8)
  }
}

/// Writes units until the size is reached.
private struct EpisodeWriter {
  let notation: Kind.Notation
  let size: Int
  let faultEvery: Int?
  var text = ""
  private var chatter: Chatter
  private var seconds = 4
  private var units = 0

  init(notation: Kind.Notation, size: Int, faultEvery: Int?, _ chatter: Chatter) {
    self.chatter = chatter
    self.notation = notation
    self.size = size
    self.faultEvery = faultEvery
  }

  mutating func write() {
    text = opening
    while text.utf8.count < size {
      writeUnit()
      units += 1
    }
    if notation == .frontMatter { text += "---\n\nLinks below.\n" }
  }

  private var opening: String {
    switch notation {
    case .page: "Lantern Talk\n\nTranscript\n\n"
    case .captions: ""
    case .webvtt: "WEBVTT\n\n"
    case .blog: "Lantern Talk\n\nTranscription:\n\n"
    case .frontMatter: "---\ntitle: Lantern Talk\nepisode: 1\ntranscript:\n"
    }
  }

  private mutating func writeUnit() {
    let speaker = units.isMultiple(of: 2) ? "Henrike" : "Bo"
    let words =
      [.captions, .webvtt].contains(notation) ? chatter.words(5...9).joined(separator: " ") : chatter.sentences(1...6)
    if units.isMultiple(of: 12) { writeHeader() }
    switch notation {
    case .page: text += "\(speaker): \(words) (\(time))\n\n"
    case .captions: text += "\(time) \(words)\n"
    case .blog: text += "[\(paddedTime)] \(speaker): \(words)\n\n"
    case .webvtt:
      let end = Time(seconds: seconds + max(1, words.utf8.count / 15)).written(hourDigits: 2, fractionDigits: 3)
      text += "\(units + 1)\n\(paddedTime).000 --> \(end)\n<v \(speaker)>\(words)\n\n"
    case .frontMatter:
      text += "- line: \(folded(words))\n  sec: \(seconds)\n  time: '\(time)'\n  who: \(speaker)\n"
    }
    seconds += max(1, words.utf8.count / 15)
  }

  private mutating func writeHeader() {
    switch notation {
    case .page: text += chatter.title() + "\n\n"
    case .frontMatter: text += "- header: \(chatter.title())\n"
    case .captions, .blog, .webvtt: break
    }
  }

  private var time: String {
    let isWrong = faultEvery.map { units % $0 == $0 / 2 } ?? false
    let seconds = seconds + (isWrong ? 600 : 0)
    return Time(seconds: seconds).description
  }

  private var paddedTime: String { Time(seconds: seconds).written(hourDigits: 2) }

  /// As a YAML writer folds it: a break at the first blank behind column 80.
  private func folded(_ words: String) -> String {
    var column = 8
    return words.split(separator: " ").map { word in
      defer { column += word.count + 1 }
      guard column > 80 else { return " " + word }
      column = 4
      return "\n    " + word
    }.joined().dropFirst().description
  }
}
