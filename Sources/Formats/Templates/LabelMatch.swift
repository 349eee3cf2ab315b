import SourceText
import Transcript

/// What was found where a label belongs.
struct LabelMatch {
  /// The name; empty where none stands before the mark.
  var name: Range<Int>
  /// The label with its marks.
  var outer: Range<Int>
  /// What is wrong about the marks, and where.
  var fault: (fault: Fault, range: Range<Int>)?
  /// Whether its marks are more than a colon, as in `**Ida:**`, so that it is one even where it stands only once.
  var isDistinct = false
  /// Whether emphasis closes behind the label that opens nowhere before the name.
  var hasClosedEmphasis = false

  /// How long a label may be, in bytes; what is longer is a sentence with a colon in it.
  static let longest = 60
}

extension Template.Slot {
  /// Looks for a label at the beginning of a stretch without blanks at its ends.
  ///
  /// - Parameter next: the field behind it on the line.
  func leadingLabel(_ lines: LineCursor, _ range: Range<Int>, before next: Template.Slot?) -> LabelMatch? {
    if endsInColon { return colonLabel(lines, range) ?? unclosedLabel(lines, range, before: next) }
    if !after.isEmpty {
      let marked = markedLabel(lines, range)
      if let marked, marked.fault == nil { return marked }
      return unclosedLabel(lines, range, before: next) ?? marked ?? colonLabel(lines, range)
    }
    return freeLabel(lines, range, before: next)
  }

  /// A label whose closing mark is lost, before a time that has marks of its own: `Ida [0:05]`.
  private func unclosedLabel(_ lines: LineCursor, _ range: Range<Int>, before next: Template.Slot?) -> LabelMatch? {
    guard let next, next.field == .time, let at = next.beginning(lines, range) else { return nil }
    let own = before.isEmpty ? range.lowerBound : lines.end(of: before, at: range.lowerBound, upTo: at)
    let start = lines.emphasisEnd(from: own ?? lines.listMarksEnd(from: range.lowerBound, upTo: at), upTo: at)
    let shown = lines.bare(start..<max(start, at))
    // What closes it is there: then it is as it should be, or has another fault.
    guard !shown.isEmpty, lines.start(of: after, endingAt: shown.upperBound, downTo: shown.lowerBound) == nil else {
      return nil
    }
    let name = shown.lowerBound..<lines.emphasisStart(endingAt: shown.upperBound, downTo: shown.lowerBound)
    guard !name.isEmpty, lines.isPersonName(name), !lines[name].contains(UInt8(ascii: ":")) else { return nil }
    let outer = range.lowerBound..<shown.upperBound
    return LabelMatch(name: name, outer: outer, fault: (.labelMarks, outer), isDistinct: true)
  }

  // MARK: - With a colon

  /// `Ida:`, and `**Ida:**` or `__Ida__:` where the notation has emphasis or somebody added it.
  private func colonLabel(_ lines: LineCursor, _ range: Range<Int>) -> LabelMatch? {
    let window = range.prefix(LabelMatch.longest + 8)
    guard let colon = colon(lines, window) else { return nil }
    let end = range.upperBound
    let colonEnd = colon.offset + colon.length
    var start = range.lowerBound
    // Nearly all labels have no mark but their colon.
    let mayHaveMarks = !before.isEmpty || labelMarks.contains(lines[start]) || lines[start] == 0xE2
    var isOpen = true
    if mayHaveMarks {
      let own = before.isEmpty ? start : lines.end(of: before, at: start, upTo: colon.offset)
      if let own, !before.isEmpty, let behind = lines.end(of: after, at: own, upTo: end) {
        // Its marks stand there, and no name between them.
        return LabelMatch(
          name: own..<own, outer: start..<behind, fault: (.labelEmpty, start..<behind), isDistinct: isDistinct)
      }
      var opened =
        before.isEmpty || own == nil ? lines.listMarksEnd(from: start, upTo: colon.offset) : own ?? start
      opened = lines.emphasisEnd(from: opened, upTo: colon.offset)
      isOpen = own == opened
      start = opened
    }
    let shown = lines.bare(start..<colon.offset)
    let inner = nameEnd(lines, shown)
    let name = shown.lowerBound..<inner
    var closed = emphasisEnd(lines, colonEnd, end)
    if let own = lines.end(of: after, at: inner, upTo: end), own > closed { closed = own }
    let isClosed =
      isColon
      ? inner == shown.upperBound && closed == colonEnd
      : lines.end(of: after, at: inner, upTo: end) == closed
    var label = LabelMatch(name: name, outer: range.lowerBound..<closed, isDistinct: isDistinct)
    if name.isEmpty {
      label.fault = (.labelEmpty, colon.offset..<colonEnd)
      return isOpen ? label : nil
    }
    guard lines.isPersonName(name) else { return nil }
    guard isOpen, isClosed else {
      label.hasClosedEmphasis = isOpen && before.isEmpty && inner == shown.upperBound && closed > colonEnd
      label.fault = (.labelMarks, label.outer)
      return label
    }
    label.fault = spacing(lines, name, shown.upperBound, colon, closed, end)
    if let fault = label.fault, fault.fault == .labelNoSpaceAfterColon, !mayFollow(lines, closed, end) { return nil }
    return label
  }

  /// The first colon of a stretch, of any script.
  private func colon(_ lines: LineCursor, _ window: Range<Int>) -> (offset: Int, length: Int)? {
    let colon = UInt8(ascii: ":")
    var rest = window
    while let at = lines.first(colon, colon, in: rest) {
      if lines[at] == colon { return (at, 1) }
      if lines[at] == 0xEF, let mark = lines.mark(at: at, upTo: window.upperBound), mark.byte == colon {
        return (at, mark.length)
      }
      rest = (at + 1)..<window.upperBound
    }
    return nil
  }

  /// The end of a name without the emphasis and brackets that close behind it.
  private func nameEnd(_ lines: LineCursor, _ shown: Range<Int>) -> Int {
    guard let last = shown.last, emphasisMarks.contains(lines[last]) || after.contains(lines[last]) else {
      return shown.upperBound
    }
    // A parenthesis belongs to a name that has opened one: `Ida (host):`.
    var end = shown.upperBound
    if let colon = after.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      let start = lines.start(of: after[..<colon], endingAt: end, downTo: shown.lowerBound)
    {
      return lines.bareEnd(
        shown.lowerBound..<lines.emphasisStart(endingAt: start, downTo: shown.lowerBound))
    }
    while end > shown.lowerBound, emphasisMarks.contains(lines[end - 1]) { end -= 1 }
    return lines.bareEnd(shown.lowerBound..<end)
  }

  /// Behind the emphasis that closes right behind a colon. What opens there belongs to what is said: `Ida: **no**`.
  private func emphasisEnd(_ lines: LineCursor, _ start: Int, _ end: Int) -> Int {
    let closed = lines.emphasisEnd(from: start, upTo: end)
    return closed > start && (closed == end || lines.isSpace(lines[closed])) ? closed : start
  }

  /// What is wrong about the blanks around the colon.
  private func spacing(
    _ lines: LineCursor, _ name: Range<Int>, _ shownEnd: Int, _ colon: (offset: Int, length: Int), _ closed: Int,
    _ end: Int
  ) -> (fault: Fault, range: Range<Int>)? {
    let isFree = gap.isEmpty || closed == end || lines.isSpace(lines[closed]) || colon.length > 1
    if !isFree, !beginsFreely(lines, closed, end) {
      return (.labelNoSpaceAfterColon, name.lowerBound..<closed)
    }
    // A colon as wide as a letter has its blank in itself.
    if shownEnd < colon.offset, colon.length == 1 { return (.labelSpaceBeforeColon, name.lowerBound..<closed) }
    return nil
  }

  /// Whether what stands right behind a colon needs no blank before it: another blank, a mark of direction, or a script
  /// that has none between words.
  private func beginsFreely(_ lines: LineCursor, _ start: Int, _ end: Int) -> Bool {
    lines.bareStart(start..<end) > start || (0xE3...0xE9).contains(lines[start])
      || lines[start] == 0xEF && lines.mark(at: start, upTo: end) == nil
  }

  /// What may follow a colon whose blank was lost. A digit or a slash behind a colon is a time or an address.
  private func mayFollow(_ lines: LineCursor, _ start: Int, _ end: Int) -> Bool {
    lines.isLetter(lines[start]) || lines[start] == UInt8(ascii: "[")
  }

  // MARK: - With another mark

  /// `<Ida>`, `Ida |`.
  private func markedLabel(_ lines: LineCursor, _ range: Range<Int>) -> LabelMatch? {
    let own = before.isEmpty ? range.lowerBound : lines.end(of: before, at: range.lowerBound, upTo: range.upperBound)
    let behindList = lines.listMarksEnd(from: range.lowerBound, upTo: range.upperBound)
    let start = own ?? lines.end(of: before, at: behindList, upTo: range.upperBound) ?? behindList
    guard let close = close(lines, start..<range.upperBound) else {
      guard own != nil, !before.isEmpty else { return nil }
      // Where the name ends is not known, so there is none; but something else it is not.
      let word =
        start..<(range.dropFirst(start - range.lowerBound).first { lines.isSpace(lines[$0]) } ?? range.upperBound)
      guard let first = word.first, lines.isLetter(lines[first]) else { return nil }
      let outer = range.lowerBound..<start
      return LabelMatch(
        name: start..<start, outer: outer, fault: (.labelMarks, range.lowerBound..<word.upperBound), isDistinct: true)
    }
    let shown = lines.bare(start..<close.lowerBound)
    let opened = lines.emphasisEnd(from: shown.lowerBound, upTo: shown.upperBound)
    let name = opened..<lines.emphasisStart(endingAt: shown.upperBound, downTo: opened)
    let outer = range.lowerBound..<close.upperBound
    if name.isEmpty {
      // A mark alone, without one before the name, begins a line of another kind.
      return own == nil || before.isEmpty
        ? nil : LabelMatch(name: name, outer: outer, fault: (.labelEmpty, outer), isDistinct: true)
    }
    guard lines.isPersonName(name) else { return nil }
    return LabelMatch(
      name: name, outer: outer, fault: own == nil || name != shown ? (.labelMarks, outer) : nil, isDistinct: own != nil)
  }

  /// Where the mark behind a name stands.
  private func close(_ lines: LineCursor, _ range: Range<Int>) -> Range<Int>? {
    guard let first = after.first else { return nil }
    // Another script may have another character for a mark of ASCII, and a blank may be missing.
    let isBlank = lines.isSpace(first)
    let mayDiffer = first < 0x80
    for at in range.prefix(LabelMatch.longest + 2)
    where isBlank || lines[at] == first || mayDiffer && lines[at] >= 0x80 {
      if let end = lines.end(of: after, at: at, upTo: range.upperBound) { return at..<end }
    }
    return nil
  }

  // MARK: - Before another field, or alone

  /// A name that ends where the next field begins, or with the line.
  private func freeLabel(_ lines: LineCursor, _ range: Range<Int>, before next: Template.Slot?) -> LabelMatch? {
    let own = before.isEmpty ? range.lowerBound : lines.end(of: before, at: range.lowerBound, upTo: range.upperBound)
    guard let own else { return nil }
    // Marks of a list, a quotation or emphasis that somebody put before the name.
    let start =
      before.isEmpty
      ? lines.emphasisEnd(from: lines.listMarksEnd(from: own, upTo: range.upperBound), upTo: range.upperBound) : own
    var end = range.upperBound
    if let next {
      guard let found = next.beginning(lines, start..<range.upperBound) else {
        // The field behind it was lost with its marks: then a colon may still end the name.
        return next.endsInColon ? colonLabel(lines, range) : nil
      }
      end = found
    }
    let shown = lines.bare(start..<end)
    let name =
      start > own ? shown.lowerBound..<lines.emphasisStart(endingAt: shown.upperBound, downTo: shown.lowerBound) : shown
    guard !name.isEmpty, name.count <= LabelMatch.longest, lines.isPersonName(name),
      !lines[name].contains(UInt8(ascii: ":"))
    else { return nil }
    let outer = range.lowerBound..<shown.upperBound
    return LabelMatch(
      name: name, outer: outer, fault: start > own ? (.labelMarks, outer) : nil,
      isDistinct: next != nil || !before.isEmpty)
  }

  /// Where this field begins behind a name: at its mark, or at the first digit of a time.
  private func beginning(_ lines: LineCursor, _ range: Range<Int>) -> Int? {
    let window = range.prefix(LabelMatch.longest + 2).dropFirst()
    for at in window where lines.isSpace(lines[at - 1]) || !before.isEmpty {
      if field == .time, leadingTime(lines, at..<range.upperBound).map({ $0.isEvident || $0.isEnclosed }) ?? false {
        return at
      }
      if field != .time, !before.isEmpty, lines.end(of: before, at: at, upTo: range.upperBound) != nil { return at }
    }
    return nil
  }

  // MARK: - Behind the text

  /// Looks for a label at the end of a stretch without blanks at its ends: `… — Ida`.
  func trailingLabel(_ lines: LineCursor, _ range: Range<Int>) -> LabelMatch? {
    let own =
      after.isEmpty ? range.upperBound : lines.start(of: after, endingAt: range.upperBound, downTo: range.lowerBound)
    let end = own ?? range.upperBound
    for at in (range.lowerBound..<end).suffix(LabelMatch.longest + before.count + 2).reversed() {
      guard let start = lines.end(of: before, at: at, upTo: end) else { continue }
      let name = lines.bare(start..<end)
      let outer = at..<range.upperBound
      guard !name.isEmpty, lines.isPersonName(name) else { return nil }
      return LabelMatch(name: name, outer: outer, fault: own == nil ? (.labelMarks, outer) : nil, isDistinct: true)
    }
    return nil
  }
}

private let labelMarks = ByteSet("*_->+")
private let emphasisMarks = ByteSet("*_\\")
private let notInName = ByteSet("[]{}<>*#|\"=/\\@!?;")

extension LineCursor {
  /// Whether a stretch can be somebody's name: it begins with a letter, and has neither brackets nor the end of a
  /// sentence in it. An initial or a title may have its full stop.
  func isPersonName(_ name: Range<Int>) -> Bool {
    guard isLetter(self[name.lowerBound]), name.count <= LabelMatch.longest else { return false }
    var wordStart = name.lowerBound
    for index in name {
      let byte = self[index]
      if notInName.contains(byte) { return false }
      if isSpace(byte) {
        let endsSentence = self[index - 1] == UInt8(ascii: ".") && index - wordStart > 4
        if endsSentence { return false }
        wordStart = index + 1
      }
    }
    return true
  }

  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}
