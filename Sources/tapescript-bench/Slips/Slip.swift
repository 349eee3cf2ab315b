import SourceText
import Transcript

/// A slip that people make when they write a segment by hand.
struct Slip: Sendable {
  let name: String
  /// The edit that makes the slip in a segment; nil if the notation has nothing for this slip.
  let damage: @Sendable (Segment) -> Edit?

  /// A segment without slips, and the places of its fields, in bytes of the text.
  struct Segment {
    let text: Text
    let content: Range<Int>
    let label: Range<Int>?
    let time: Range<Int>?
    let words: Range<Int>

    init?(_ block: Int, in reading: Reading) {
      guard let words = reading.range(.words, of: block) else { return nil }
      text = reading.text
      content = reading.content(of: block)
      label = reading.range(.speaker, of: block)
      time = reading.range(.start, of: block)
      self.words = words
    }

    /// The character directly before a place; nil if it is a blank or part of a field.
    func mark(before place: Int) -> Range<Int>? {
      guard place > content.lowerBound else { return nil }
      let range = (place - 1)..<place
      return isMark(range) ? range : nil
    }

    func mark(behind place: Int) -> Range<Int>? {
      guard place < content.upperBound else { return nil }
      let range = place..<(place + 1)
      return isMark(range) ? range : nil
    }

    private func isMark(_ range: Range<Int>) -> Bool {
      let fields = [label, time, words].compactMap(\.self)
      return !fields.contains { $0.overlaps(range) } && text.bytes[range.lowerBound] > 0x20
        && text.bytes[range.lowerBound] < 0x80
    }
  }
}

extension Slip {
  static let all: [Slip] = times + labels

  private static let times: [Slip] = [
    lost("the mark before the time lost") { segment in
      segment.time.flatMap { segment.mark(before: $0.lowerBound) }
    },
    lost("the mark behind the time lost") { segment in
      segment.time.flatMap { segment.mark(behind: $0.upperBound) }
    },
    Slip(name: "the mark before the time doubled") { segment in
      segment.time.flatMap { segment.mark(before: $0.lowerBound) }.map {
        Edit($0, segment.text.string($0) + segment.text.string($0))
      }
    },
    Slip(name: "the time in other brackets") { segment in
      guard let time = segment.time else { return nil }
      let before = segment.mark(before: time.lowerBound)
      let behind = segment.mark(behind: time.upperBound)
      let isSquare = before.map { segment.text.string($0) == "[" } ?? false
      let range = (before?.lowerBound ?? time.lowerBound)..<(behind?.upperBound ?? time.upperBound)
      let written = segment.text.string(time)
      return Edit(range, isSquare ? "(\(written))" : "[\(written)]")
    },
    time("a point for the colon") { replacingLastColon($0, ".") },
    time("a semicolon for the colon") { replacingLastColon($0, ";") },
    time("a blank behind the colon") { replacingLastColon($0, ": ") },
    time("two colons") { replacingLastColon($0, "::") },
    time("a letter for a digit") { String($0.dropLast()) + "O" },
    time("a digit of the seconds lost") { String($0.dropLast()) },
    time("a digit too many") { $0 + "7" },
    time("a minus before the time") { "-" + $0 },
    time("seconds above 59") { String($0.dropLast(2)) + "75" },
    Slip(name: "the mark of a list before it") { Edit($0.content.prefix(0), "- ") },
    Slip(name: "the mark of a quotation before it") { Edit($0.content.prefix(0), "> ") },
  ]

  private static let labels: [Slip] = [
    lost("the mark behind the label lost") { segment in
      segment.label.flatMap { segment.mark(behind: $0.upperBound) }
    },
    lost("the mark before the label lost") { segment in
      segment.label.flatMap { segment.mark(before: $0.lowerBound) }
    },
    Slip(name: "a blank before the colon") { segment in
      guard let label = segment.label, let mark = segment.mark(behind: label.upperBound),
        segment.text.string(mark) == ":"
      else { return nil }
      return Edit(label.upperBound..<label.upperBound, " ")
    },
    Slip(name: "the blank behind the colon lost") { segment in
      guard let label = segment.label, let mark = segment.mark(behind: label.upperBound),
        segment.text.string(mark) == ":", mark.upperBound + 1 == segment.words.lowerBound
      else { return nil }
      return Edit(mark.upperBound..<segment.words.lowerBound, "")
    },
    Slip(name: "the name lost") { $0.label.map { Edit($0, "") } },
    Slip(name: "the label in bold") { segment in
      segment.label.map { Edit($0, "**" + segment.text.string($0) + "**") }
    },
  ]

  private static func lost(_ name: String, _ mark: @escaping @Sendable (Segment) -> Range<Int>?) -> Slip {
    Slip(name: name) { mark($0).map { Edit($0, "") } }
  }

  private static func time(_ name: String, _ change: @escaping @Sendable (String) -> String) -> Slip {
    Slip(name: name) { segment in segment.time.map { Edit($0, change(segment.text.string($0))) } }
  }

  private static func replacingLastColon(_ time: String, _ mark: String) -> String {
    guard let colon = time.lastIndex(of: ":") else { return time }
    return time[..<colon] + mark + time[time.index(after: colon)...]
  }
}
