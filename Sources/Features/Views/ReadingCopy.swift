import SourceText
import Transcript

/// The transcript for people who read: titles, speakers and what they say, a paragraph for each turn, without times. The
/// cues of captions are joined.
public func readingCopy(_ reading: Reading) -> String {
  var losses: [Loss] = []
  let script = reading.script
  // Paragraphs of a turn stay apart, and the lines of captions do not.
  let areCues = script.units.contains { $0.end != nil }
  let joined = areCues ? CueJoining(pause: longestBreath).join(script, losses: &losses) : script
  var paragraphs: [String] = []
  if let title = reading.title { paragraphs.append(title) }
  var speaker: String?
  for element in joined.elements {
    switch element.content {
    case .title(let title, _, _):
      paragraphs.append(title)
      speaker = nil
    case .unit(let unit):
      let text = unit.text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
      guard !text.isEmpty else { continue }
      let label = unit.speaker.flatMap { $0 == speaker ? nil : $0 + ": " } ?? ""
      speaker = unit.speaker
      paragraphs.append(label + text)
    case .comment, .prose: break
    }
  }
  return paragraphs.map { visible($0) + "\n" }.joined(separator: "\n")
}

/// In seconds. Behind a longer pause a paragraph of captions ends.
private let longestBreath = 2.0
