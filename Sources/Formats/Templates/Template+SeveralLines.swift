import SourceText
import Transcript

/// A segment over several lines: `Ida (0:05):`, and below it what she said.
extension Template {
  /// How many blank lines may stand between the lines of one segment.
  private static let mostBlankLines = 2

  /// Applies a template of several lines to a line that was taken, and takes the lines below that belong to the same segment.
  func wholeUnit(_ lines: inout LineCursor, _ content: Range<Int>) -> Unit {
    guard var (line, unit) = opening(&lines, content, ahead: 0) else { return Unit(words: content) }
    // Nothing was said as long as the line with it is not there.
    unit.words = content.upperBound..<content.upperBound
    while line + 1 < self.lines.count {
      line += 1
      guard let below = take(line, &lines, says: unit.time) else { continue }
      unit.add(below)
    }
    return unit
  }

  /// The line of the template that a segment begins with here, and what is in it. A segment may lack its first lines, but not
  /// the one with its time.
  ///
  /// - Parameter ahead: how many lines stand between the last one that was taken and the one behind `content`.
  private func opening(_ lines: inout LineCursor, _ content: Range<Int>, ahead: Int) -> (line: Int, unit: Unit)? {
    guard !content.isEmpty else { return nil }
    for index in 0...anchor where index == 0 || index == anchor {
      let unit = unit(lines, content, as: index)
      guard fills(index, unit) else { continue }
      if isName(self.lines[index]) {
        // A short line is a name where the line with the time follows. A sentence with a blank line below it was said.
        guard index < anchor, let next = seen(&lines, from: ahead),
          next.ahead == ahead || !lines.isSentenceEnd(content),
          fills(anchor, self.unit(lines, next.content, as: anchor))
        else { continue }
      }
      return (index, unit)
    }
    return nil
  }

  /// Whether the fields of a line were found, and nothing else where nothing else belongs. Beside a time the name may be lost.
  private func fills(_ index: Int, _ unit: Unit) -> Bool {
    let line = lines[index]
    guard line.hasText || unit.words.isEmpty else { return false }
    return !line.slots.isEmpty
      && slots[line.slots].allSatisfy { slot in
        switch slot.field {
        case .time: unit.time != nil
        case .end: unit.end != nil
        case .speaker: unit.label != nil || unit.time != nil && (!line.hasText || slot.isOptional)
        case .id: unit.id != nil
        case .timeInWords: unit.timeInWords != nil
        case .text: true
        }
      }
  }

  /// Whether a line is nothing but a name, with no mark to tell it by.
  private func isName(_ line: Line) -> Bool {
    guard !line.hasText, line.slots.count == 1, let slot = slots[line.slots].first else { return false }
    return slot.field == .speaker && slot.isBare
  }

  /// Takes the line below that is the one of the template; nil, and nothing taken, where it is not there.
  ///
  /// - Parameter time: the one that a time in words must equal.
  private func take(_ index: Int, _ lines: inout LineCursor, says time: TimeMatch?) -> Unit? {
    guard let (ahead, content) = seen(&lines, from: 0) else { return nil }
    let unit = unit(lines, content, as: index)
    if self.lines[index].hasText {
      let opened = opening(&lines, content, ahead: ahead + 1)
      guard opened.map({ $0.line == index }) ?? true, !lines.isComment(content) else { return nil }
    } else {
      guard fills(index, unit), unit.timeInWords.map({ lines.says($0, time) }) ?? true else { return nil }
      // The last name before a text that is not there was what was said.
      if isName(self.lines[index]) {
        guard seen(&lines, from: ahead + 1) != nil, !lines.isSentenceEnd(content) else { return nil }
      }
    }
    for _ in 0...ahead { lines.next() }
    return unit
  }

  /// The next line in which something can be seen.
  private func seen(_ lines: inout LineCursor, from first: Int) -> (ahead: Int, content: Range<Int>)? {
    for ahead in first...(first + Self.mostBlankLines) {
      guard let line = lines.peek(ahead) else { return nil }
      let content = lines.bare(line)
      if !content.isEmpty { return (ahead, content) }
    }
    return nil
  }
}

extension Template.Unit {
  /// Adds what a line further down has.
  fileprivate mutating func add(_ below: Template.Unit) {
    id = id ?? below.id
    time = time ?? below.time
    end = end ?? below.end
    timeInWords = timeInWords ?? below.timeInWords
    label = label ?? below.label
    words = below.words
  }
}
