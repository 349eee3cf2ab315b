import Formats
import SourceText
import Transcript

/// One short conversation in each notation.
public struct Sample: Sendable, CustomStringConvertible {
  public let format: any Format
  public let text: Text

  public var description: String { format.name }
  public var reading: Reading { Document(text, format: format).reading }

  /// Those that are built in, and some as people write them into a configuration.
  public static let all: [Sample] = Notations.tried.formats.compactMap(Sample.init)

  private static let turns: [(speaker: String, text: String)] = [
    ("Ada", "Good evening from the old ferry."), ("Bo", "Good evening, and thank you for the rope."),
    ("Ada", "Who steers it when the fog comes down?"), ("Bo", "My sister does, and she never asks for help."),
    ("Ada", "Has she ever run aground?"), ("Bo", "Once, in the spring; nobody was hurt."),
    ("Ada", "Then let us cross before it is dark."), ("Bo", "Mind the chain as you step in."),
  ]

  /// Nil where the notation holds no conversation.
  private init?(_ format: any Format) {
    var script = Script()
    for (index, turn) in Self.turns.enumerated() {
      if index == 4 { script.elements.append(Script.Element(.title("The fog", level: 1))) }
      script.elements.append(
        Script.Element(
          .unit(
            Script.Unit(
              speaker: turn.speaker, start: Time(seconds: 5 + index * 9), end: Time(seconds: 12 + index * 9),
              text: turn.text))))
    }
    guard let written = script.written(in: format) else { return nil }
    (self.format, text) = (format, Text(written.bytes))
  }
}

extension Reading {
  /// The text with edits that are in the order of the text.
  public func edited(_ edits: [Edit]) -> Text {
    var text = text
    for edit in edits.reversed() { text.apply(edit) }
    return text
  }
}

extension Text {
  /// Where the first occurrence of a string begins.
  public func place(of needle: String) -> Int? {
    string(0..<count).utf8.firstRange(of: needle.utf8).map { range in
      string(0..<count).utf8.distance(from: string(0..<count).utf8.startIndex, to: range.lowerBound)
    }
  }
}
