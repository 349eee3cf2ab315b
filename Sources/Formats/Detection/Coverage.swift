import SourceText
import Transcript

/// How much of some lines a notation explains, when they are read in it.
///
/// Many templates fit the same lines: `[time] text` fits each line of `[time] name: text` and takes the names for words. What
/// tells them apart is how much of each unit is found to be something.
struct Coverage {
  /// What was found of a unit, a segment that has a time or a label.
  private struct Found: OptionSet, Hashable {
    let rawValue: UInt8
    static let time = Found(rawValue: 1)
    static let end = Found(rawValue: 2)
    static let label = Found(rawValue: 4)
    static let text = Found(rawValue: 8)
  }

  let notation: Notation
  /// How many units there are.
  private(set) var units = 0
  /// How many have all that most of them have.
  private(set) var complete = 0
  private var usual: Found = []
  private(set) var times = 0
  private(set) var ends = 0
  /// Those of speakers; labels that do not come again as speakers do count for nothing.
  private(set) var labels = 0
  private(set) var texts = 0
  /// Titles with the marks of Markdown, and the times of titles.
  private(set) var titles = 0
  /// Segments with something that the notation forbids or leaves unread.
  private(set) var faults = 0
  /// Where the units begin, and in what.
  private var starts: [Int] = []
  private let text: Text

  /// - Parameter text: the lines that are weighed.
  init(_ notation: Notation, of text: Text) {
    (self.notation, self.text) = (notation, text)
    let reading = Document(text, format: TranscriptFormat(notation)).reading
    var found: [Found: Int] = [:]
    var names: [(label: Speakers.ID, range: Range<Int>)] = []
    for block in reading.blocks.indices {
      let kind = reading.kind(of: block)
      if kind == .header { titles += marks(ofTitle: block, reading) }
      guard kind == .segment else { continue }
      let row = reading.episode.rows[block]
      if reading.holdsForbidden(block) || reading.hasColonOfOther(block) { faults += 1 }
      // A time with a slip stands where the notation has one, and a notation without times does not see it.
      let hasTime = row.start != nil || reading.hasDamagedTime(block)
      guard hasTime || row.speaker != nil else { continue }
      var unit: Found = row.words > 0 ? .text : []
      if hasTime { unit.insert(.time) }
      if row.end != nil { unit.insert(.end) }
      if let speaker = row.speaker, let range = reading.range(.speaker, of: block) {
        unit.insert(.label)
        names.append((speaker, range))
      }
      found[unit, default: 0] += 1
      starts.append(reading.blocks.start(of: block))
    }
    units = found.values.reduce(0, +)
    func count(_ field: Found) -> Int { found.reduce(0) { $0 + ($1.key.contains(field) ? $1.value : 0) } }
    (times, ends, texts) = (count(.time), count(.end), count(.text))
    if areSpeakers(names, reading) { labels = names.count }
    for (field, number) in [(Found.time, times), (.end, ends), (.label, labels), (.text, texts)]
    where number * 2 > units {
      usual.insert(field)
    }
    complete = found.reduce(0) { $0 + ($1.key.isSuperset(of: usual) ? $1.value : 0) }
  }

  /// The more of it, the better the notation.
  var score: Int { times + ends + labels + texts + titles - faults }

  /// How many units have the marks and the blanks of the first form, as a program writes them. Of two notations that find as
  /// much the one is meant of which more have them: two blanks before the time are Otter's, three are those of Teams.
  var exactCount: Int {
    let reader = ParagraphReader(notation: notation)
    return starts.count { start in
      UnitFrame(reader, text, at: start)?.isExact(column: notation.traits.textColumn) ?? false
    }
  }

  /// How much of a title tells that it is one: the marks of Markdown, and a time.
  private func marks(ofTitle block: Int, _ reading: Reading) -> Int {
    let first = reading.text.bytes[reading.blocks.start(of: block)]
    let isTime = notation.traits.headings == .timeAlone && first != UInt8(ascii: "#")
    return (first == UInt8(ascii: "#") || isTime ? 1 : 0) + (reading.part(.start, of: block) != nil ? 1 : 0)
  }

  /// What most units have: `a time, a speaker and text`.
  var phrase: String {
    var fields: [String] = []
    if usual.contains(.time) { fields.append("a time") }
    if usual.contains(.end) { fields.append("an end") }
    if usual.contains(.label) { fields.append("a speaker") }
    if usual.contains(.text) { fields.append("text") }
    guard let last = fields.popLast() else { return "a time or a speaker" }
    return fields.isEmpty ? last : fields.joined(separator: ", ") + " and " + last
  }

  /// Whether labels come again as those of speakers do, and often enough among the units. Of a few nothing can be told but
  /// whether they look like names.
  private func areSpeakers(_ names: [(label: Speakers.ID, range: Range<Int>)], _ reading: Reading) -> Bool {
    guard names.count * 8 >= units else { return false }
    let recurring = names.count { reading.episode.speakers.count(of: $0.label) > 1 }
    if recurring * 2 >= names.count, names.count >= Self.few { return true }
    guard names.count < Self.few, names.count * 2 >= units else { return false }
    return names.allSatisfy { name in
      let label = reading.text.bytes[name.range]
      guard let first = label.first else { return false }
      let blanks = label.count { $0 == UInt8(ascii: " ") }
      return blanks < 4 && (blanks == 0 || !(0x61...0x7A).contains(first))
    }
  }

  /// Of fewer labels it cannot be told whether they come again.
  static let few = 6
}

extension Reading {
  /// Whether the notation forbids something there. A blank before a colon is how some languages write it.
  fileprivate func holdsForbidden(_ block: Int) -> Bool {
    blocks[block].hasFault
      && blocks.parts(of: block).contains { $0.fault.map { $0 != .labelSpaceBeforeColon } ?? false }
  }

  /// Whether there is a colon before the words or at the end of the label, which belongs to the label in another notation.
  fileprivate func hasColonOfOther(_ block: Int) -> Bool {
    if episode.rows[block].opening == UInt8(ascii: ":") { return true }
    return range(.speaker, of: block).map { text.bytes[$0].last == UInt8(ascii: ":") } ?? false
  }

  fileprivate func hasDamagedTime(_ block: Int) -> Bool {
    blocks[block].hasFault && blocks.parts(of: block).contains { $0.fault?.isOfTime ?? false }
  }
}
