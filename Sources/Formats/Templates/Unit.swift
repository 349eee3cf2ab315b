import SourceText
import Transcript

extension Template {
  /// What a template finds in the lines of one segment.
  struct Unit {
    var id: Range<Int>?
    var time: TimeMatch?
    var end: TimeMatch?
    var timeInWords: Range<Int>?
    var label: LabelMatch?
    /// What was said, without blanks at its ends.
    var words: Range<Int>
    /// Whether what was said goes on over several lines.
    var isWrapped = false
    /// Which form of its notation the segment has.
    var form = 0

    var isWellFormed: Bool { time.map { $0.fault == nil } ?? true }
  }

  /// Applies the template to one line, as far as it is one of a segment's.
  ///
  /// - Parameter content: the line without blanks at its ends.
  func unit(_ lines: LineCursor, _ content: Range<Int>, as line: Int) -> Unit {
    var unit = Unit(words: content)
    find(&unit, in: lines, as: line)
    return unit
  }

  /// The same for a unit that has nothing yet but the line as its words. A unit is asked for at each line of a text, and is not
  /// small, so it is filled in where it lies.
  func find(_ unit: inout Unit, in lines: LineCursor, as line: Int) {
    let line = self.lines[line]
    if !line.lead.isEmpty { takeLead(line, lines, &unit) }
    if !line.tail.isEmpty {
      let words = unit.words
      takeTail(line, lines, &unit)
      if unit.end != nil, unit.time == nil {
        // The last time of a line that has but one is its start.
        (unit.end, unit.label, unit.words) = (nil, line.lead.isEmpty ? nil : unit.label, words)
        takeTail(line, lines, &unit, withEnd: false)
      }
    }
  }

  /// The fields before what was said, from the first on. One that is not there is passed over; but a label behind a time that
  /// is missing is none, as the line goes on with what was said above.
  private func takeLead(_ line: Line, _ lines: LineCursor, _ unit: inout Unit) {
    let content = unit.words
    var rest = lines.bareStart(content)..<content.upperBound
    // Behind the last mark; a blank that does not break belongs to what was said.
    var behindMarks = content.lowerBound
    var misses = false
    for index in line.lead where !rest.isEmpty {
      let slot = slots[index]
      var behind: Int?
      switch slot.field {
      case .time:
        unit.time = slot.leadingTime(lines, rest)
        if unit.time?.fault != nil || unit.time == nil, index + 1 < line.lead.upperBound,
          let alone = slot.withoutEnd(slots[index + 1])?.leadingTime(lines, rest),
          alone.fault == nil || alone.fault == .timeOutOfRange
        {
          unit.time = alone
        }
        // Where most segments have no time, words that begin with digits are words.
        if slot.isOptional, let time = unit.time, !time.isEvident, !time.isEnclosed { unit.time = nil }
        behind = unit.time?.outer.upperBound
        misses = behind == nil && !slot.isOptional
      case .end:
        guard !misses else { continue }
        unit.end = slot.leadingTime(lines, rest)
        behind = unit.end?.outer.upperBound
      case .id:
        unit.id = slot.number(lines, rest)
        behind = unit.id.flatMap { lines.end(of: slot.after, at: $0.upperBound, upTo: rest.upperBound) }
      case .timeInWords:
        unit.timeInWords = lines.timeInWords(rest, isAlone: !line.hasText)
        behind = unit.timeInWords?.upperBound
      case .speaker:
        guard !misses || line.hasText && slot.isDistinct else { continue }
        unit.label = slot.leadingLabel(lines, rest, before: index + 1 < line.lead.upperBound ? slots[index + 1] : nil)
        if slot.names != .any, let label = unit.label, !label.name.isEmpty, !allows(lines[label.name], slot.names) {
          unit.label = nil
        }
        behind = unit.label?.outer.upperBound
      case .text: break
      }
      if let behind {
        behindMarks = behind
        rest = lines.bareStart(behind..<rest.upperBound)..<rest.upperBound
      }
    }
    if let time = unit.time, !time.isEvident, unit.label == nil,
      slots[line.lead].contains(where: { $0.field == .speaker })
    {
      // The first words of a sentence.
      unit = Unit(words: content)
    } else {
      settleEmphasis(lines, &unit)
      unit.words = lines.spokenStart(behindMarks..<content.upperBound)..<content.upperBound
    }
  }

  /// Emphasis that opens before the time and closes behind the label is one slip, and not two.
  private func settleEmphasis(_ lines: LineCursor, _ unit: inout Unit) {
    guard let time = unit.time, time.hasOpenEmphasis else { return }
    if let label = unit.label, label.hasClosedEmphasis {
      unit.label?.fault = (.labelMarks, time.outer.lowerBound..<label.outer.upperBound)
    } else {
      unit.time?.fault = .timeMalformed
      unit.time?.isMarked = false
    }
  }

  private func takeTail(_ line: Line, _ lines: LineCursor, _ unit: inout Unit, withEnd: Bool = true) {
    var rest = unit.words
    var beforeMarks = unit.words.upperBound
    for index in line.tail.reversed() {
      let slot = slots[index]
      if slot.field == .end, !withEnd { continue }
      rest = rest.lowerBound..<lines.bareEnd(rest)
      var start: Int?
      switch slot.field {
      case .time:
        unit.time = slot.trailingTime(lines, rest)
        start = unit.time?.outer.lowerBound
      case .end:
        unit.end = slot.trailingTime(lines, rest)
        start = unit.end?.outer.lowerBound
      case .speaker:
        unit.label = slot.trailingLabel(lines, rest)
        if slot.names != .any, let label = unit.label, !allows(lines[label.name], slot.names) { unit.label = nil }
        start = unit.label?.outer.lowerBound
      case .id, .timeInWords, .text: break
      }
      if let start {
        rest = rest.lowerBound..<start
        beforeMarks = start
      }
    }
    unit.words =
      unit.words.lowerBound..<lines.spokenEnd(unit.words.lowerBound..<max(unit.words.lowerBound, beforeMarks))
  }
}

extension Template.Slot {
  /// A start whose end is not there stands in the brackets of both: `[0:05]` for `[0:05 - 0:09]`.
  func withoutEnd(_ next: Template.Slot) -> Template.Slot? {
    guard field == .time, next.field == .end, let open = before.last, let close = next.after.first,
      zip("[(<{".utf8, "])>}".utf8).contains(where: { $0 == open && $1 == close })
    else { return nil }
    var slot = self
    (slot.after, slot.gap) = (next.after, next.gap)
    return slot
  }

  /// Whether nothing but a colon ends it.
  var isColon: Bool { after.count == 1 && after[0] == UInt8(ascii: ":") }

  /// Whether its marks cannot be those of the words of a sentence.
  var isDistinct: Bool { !before.isEmpty || !isColon && !after.isEmpty }

  /// Looks for a number at the beginning of a stretch.
  fileprivate func number(_ lines: LineCursor, _ range: Range<Int>) -> Range<Int>? {
    guard let start = lines.end(of: before, at: range.lowerBound, upTo: range.upperBound) else { return nil }
    let digits = (start..<range.upperBound).prefix { lines.isDigit(lines[$0]) }
    return digits.isEmpty || digits.count > 9 ? nil : digits
  }
}
