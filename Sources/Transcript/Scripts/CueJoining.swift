/// Joins cues into turns: one ends where somebody else speaks, or where nobody does for a while. A long one is divided into
/// paragraphs at the end of a sentence.
public struct CueJoining: Sendable {
  /// A pause as long as this ends a turn, in milliseconds.
  public var pause: Int
  /// Behind so many milliseconds a paragraph ends with its sentence.
  public var paragraph = 60_000

  public init(pause seconds: Double) {
    pause = Int((min(max(seconds, 0), 1e6) * 1000).rounded())
  }

  /// The script with a segment for each turn.
  ///
  /// - Parameter losses: the start of each cue that goes on with the one above.
  public func join(_ script: Script, losses: inout [Loss]) -> Script {
    var result = script
    result.elements.removeAll()
    // The turn that goes on is held here alone, so that its text grows in place.
    var turn: (unit: Script.Unit, place: Script.Place)?
    func end() {
      if let turn { result.elements.append(Script.Element(.unit(turn.unit), place: turn.place)) }
      turn = nil
    }
    for element in script.elements {
      guard case .unit(let unit) = element.content else {
        end()
        result.elements.append(element)
        continue
      }
      if turn.map({ continues($0.unit, unit) }) ?? false {
        if let start = unit.start { losses.append(Loss(.start, start.description, at: element.place)) }
        let gap = Self.gap(between: turn?.unit.text.last, and: unit.text.first)
        let end = later(turn?.unit.end, unit.end)
        turn?.unit.text += gap + unit.text
        turn?.unit.end = end
        turn?.unit.entries += unit.entries
      } else {
        end()
        turn = (unit, element.place)
      }
    }
    end()
    return result
  }

  private func continues(_ turn: Script.Unit, _ unit: Script.Unit) -> Bool {
    guard turn.speaker == unit.speaker else { return false }
    guard let start = unit.start else { return true }
    if let end = turn.end, Int(start.milliseconds) - Int(end.milliseconds) >= pause { return false }
    guard let first = turn.start else { return true }
    if start < first { return false }
    let length = Int(start.milliseconds) - Int(first.milliseconds)
    guard length >= paragraph else { return true }
    // Automatic captions have no sentences; their paragraphs end anywhere.
    let endsSentence = CaptionWord.words(of: String(turn.text.suffix(40))).last?.ending == .sentence
    return !endsSentence && length < paragraph * 3
  }

  /// Scripts without blanks between words have none between cues.
  private static func gap(between last: Character?, and first: Character?) -> String {
    guard let last, let first else { return "" }
    return CaptionWord.isIdeographic(last) && CaptionWord.isIdeographic(first) ? "" : " "
  }
}

/// The later of two times, where one may be missing.
private func later(_ a: Time?, _ b: Time?) -> Time? {
  guard let a, let b else { return a ?? b }
  return a > b ? a : b
}
