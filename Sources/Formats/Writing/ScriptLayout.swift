import SourceText
import Transcript

/// Writes a script that a notation can hold, piece by piece, and remembers where each element of the transcript stands.
struct ScriptLayout {
  struct Page {
    var bytes: [UInt8] = []
    /// Where each element begins, in bytes.
    var starts: [Int] = []
    /// Where the last element ends.
    var end = 0
  }

  private let format: TranscriptFormat
  private let spelling: Spelling
  /// The titles that are written with the marks of Markdown, by their elements.
  var markedTitles: Set<Int> = []
  /// The segments that are written on one line, by their elements, where lines of what is said usually end at a column.
  var unwrappedUnits: Set<Int> = []
  private var page = Page()
  private var last: Spelling.Piece?

  init(_ format: TranscriptFormat, _ spelling: Spelling) {
    (self.format, self.spelling) = (format, spelling)
  }

  mutating func write(_ script: Script) -> Page {
    page = Page()
    last = nil
    if spelling.hasByteOrderMark { page.bytes += Text.byteOrderMark }
    if let notation = format.notation { write(script, notation) } else { writeFrontMatter(script) }
    breakLine(before: .end)
    return page
  }

  // MARK: - Paragraphs

  private mutating func write(_ script: Script, _ notation: Notation) {
    if !script.metadata.isEmpty {
      add("---", .fence)
      for entry in script.metadata { add(entry) }
      add("---", .fence)
    }
    if !script.preamble.isEmpty { add(script.preamble, .prose) }
    let times = times(of: script, usual: notation.traits.times)
    let writer = ScriptUnitWriter(notation, times, like: spelling)
    let titles = TitleWriter(notation, times, like: spelling)
    var speaker: String?
    for (number, element) in script.elements.enumerated() {
      switch element.content {
      case .title(let title, let level, let start):
        addElement(titles.write(title, level: level, start, isMarked: markedTitles.contains(number)), .title)
        speaker = nil
      case .unit(let unit):
        addElement(writer.write(unit, after: speaker, isWrapped: !unwrappedUnits.contains(number)), .unit)
        speaker = unit.speaker
      case .comment(let text): addElement("<!-- \(text) -->", .comment)
      case .prose(let text): addElement(text, .prose)
      }
    }
    page.end = page.bytes.count
    if !script.footer.isEmpty { add(script.footer, .prose) }
  }

  // MARK: - Front matter

  private mutating func writeFrontMatter(_ script: Script) {
    let writer = ScriptItemWriter(spelling, times(of: script, usual: TimeSpelling(.fromTheFirst)))
    add("---", .fence)
    for entry in script.metadata where !entry.isBelow { add(entry) }
    add("transcript:", .entry)
    for element in script.elements {
      switch element.content {
      case .title(let title, _, _): addElement(writer.write(title: title), .title)
      case .unit(let unit): addElement(writer.write(unit), .unit)
      case .comment(let text): addElement("# " + text, .comment)
      case .prose(let text): addElement(writer.write(Script.Unit(text: text)), .unit)
      }
    }
    page.end = page.bytes.count
    for entry in script.metadata where entry.isBelow { add(entry) }
    add("---", .fence)
    if !script.body.isEmpty { add(script.body, .prose) }
  }

  // MARK: - Pieces

  /// The usual spelling where the text has none of its own, with as many decimals in all times as the finest needs, if most need
  /// some. A single time with decimals does not make the others finer than they were.
  private func times(of script: Script, usual: TimeSpelling) -> TimeSpelling {
    if let times = spelling.times { return times }
    let digits = script.units.compactMap(\.start).map(TimeSpelling.digits)
    var times = usual
    if digits.count(where: { $0 > 0 }) * 2 > digits.count {
      times.fractionDigits = max(times.fractionDigits, digits.max() ?? 0)
    }
    return times
  }

  private mutating func addElement(_ text: String, _ piece: Spelling.Piece) {
    breakLine(before: piece)
    // A byte order mark belongs to what it stands before.
    let isFirst = page.bytes.elementsEqual(spelling.hasByteOrderMark ? Text.byteOrderMark : [])
    page.starts.append(isFirst ? 0 : page.bytes.count)
    append(text)
    last = piece
  }

  private mutating func add(_ text: String, _ piece: Spelling.Piece) {
    breakLine(before: piece)
    append(text)
    last = piece
  }

  /// An entry has its ends of line.
  private mutating func add(_ entry: Script.Entry) {
    breakLine(before: .entry)
    append(entry.source.hasSuffix("\n") ? entry.source : entry.source + "\n")
    last = nil
  }

  private mutating func append(_ text: String) {
    guard spelling.lineEnding != "\n" else {
      page.bytes += text.utf8
      return
    }
    for byte in text.utf8 {
      if byte == 0x0A { page.bytes += spelling.lineEnding.utf8 } else { page.bytes.append(byte) }
    }
  }

  private mutating func breakLine(before piece: Spelling.Piece) {
    guard let last else { return }
    for _
      in 0..<(spelling.lineEnds(between: last, and: piece)
      ?? Self.usualLineEnds(between: last, and: piece, format.notation))
    {
      page.bytes += spelling.lineEnding.utf8
    }
  }

  static func usualLineEnds(
    between first: Spelling.Piece, and second: Spelling.Piece, _ notation: Notation?
  ) -> Int {
    if second == .end { return 1 }
    if first == .fence, ![.entry, .fence].contains(second) { return 2 }
    guard let notation else { return 1 }
    if [.fence, .entry].contains(first) || [.fence, .entry].contains(second) { return 1 }
    // Where there are labels, a paragraph is long, and stands by itself.
    return !notation.isDense || [first, second].contains(.prose) ? 2 : 1
  }
}
