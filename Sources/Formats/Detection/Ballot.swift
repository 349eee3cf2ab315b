import SourceText
import Transcript

/// The vote of the units for one notation: each line that fits its template has a voice, and what speaks against them is
/// counted, too.
struct Ballot {
  /// How many units decide.
  private static let quorum = 50
  /// How much of a line is weighed, in bytes.
  private static let weighed = 4_096

  let notation: Notation
  private(set) var votes = 0
  private var lines = 0
  private var unreadable = 0
  private var tempo: Tempo
  private var marks: [Telltale: Int] = [:]
  private var labels = LabelCount()

  init(_ notation: Notation) {
    self.notation = notation
    tempo = Tempo(hasLabels: notation.template.hasSpeaker)
  }

  private var template: Template { notation.template }

  var isDecided: Bool { votes >= Self.quorum }

  /// How much of the text the notation explains: its units, and of each all fields.
  var weight: Int { votes * (template.fieldCount + 1) }

  mutating func vote(_ cursor: LineCursor, _ content: Range<Int>) {
    if votes > 0 { lines += 1 }
    let unit = template.unit(cursor, content, as: template.anchor)
    let stamp = stamp(of: unit, cursor)
    guard stamp != nil || !template.hasTime, fits(unit) else {
      if unit.time == nil {
        if notation.traits.continues { tempo.speak(words(content, cursor)) }
      } else {
        tempo.interrupt()
        if !unit.isWellFormed { unreadable += 1 }
      }
      return
    }
    votes += 1
    if let label = unit.label { labels.add(cursor[label.name]) }
    let hasSentence = cursor[unit.words.prefix(Self.weighed)].contains(where: punctuation.contains)
    if let stamp { tempo.begin(at: stamp, hasSentence: hasSentence) }
    tempo.speak(words(unit.words, cursor))
    if !notation.isOwn, let mark = Telltale(unit, cursor) { marks[mark, default: 0] += 1 }
  }

  /// Whether a line has the label that it should have, and nothing else where nothing else belongs.
  private func fits(_ unit: Template.Unit) -> Bool {
    let line = template.lines[template.anchor]
    guard line.hasText || unit.words.isEmpty else { return false }
    guard template.slots[line.slots].contains(where: { $0.field == .speaker }) else { return true }
    return unit.label.map { !$0.name.isEmpty && $0.fault?.fault != .labelMarks } ?? false
  }

  private func stamp(of unit: Template.Unit, _ cursor: LineCursor) -> Timestamp? {
    guard let time = unit.time, time.fault == nil, case .time(let stamp) = Timestamp.read(cursor[time.range]) else {
      return nil
    }
    return stamp
  }

  /// About how many words a stretch has. A script without blanks between words still takes its time: there a word is
  /// about as many bytes as this.
  private func words(_ range: Range<Int>, _ cursor: LineCursor) -> Int {
    let weighed = cursor[range.prefix(Self.weighed)]
    return max(weighed.count { $0 == UInt8(ascii: " ") } + 1, weighed.count / 12)
  }

  /// Why these lines are no speech; nil where they are.
  var objection: Objection? {
    guard votes > 1, votes * 5 >= lines, votes >= unreadable else { return .scattered }
    // Without times it is the labels that come again and again which make a conversation of lines with colons.
    guard template.hasTime else { return labels.areOfSpeakers && votes * 2 >= lines ? nil : .scattered }
    func isUsual(_ mark: Telltale, _ share: Int) -> Bool { marks[mark, default: 0] * share >= votes }
    if isUsual(.chat, 4) { return .chat }
    if isUsual(.log, 4) { return .log }
    if isUsual(.table, 2) { return .table }
    if tempo.mayBeClock, isUsual(.nickname, 2) { return .chat }
    return tempo.objection
  }
}

/// How often the labels of some lines come again.
private struct LabelCount {
  private var counts: [UInt64: Int] = [:]
  private var total = 0

  mutating func add(_ name: some Sequence<UInt8>) {
    var hash = FNV1a()
    hash.combine(name)
    counts[hash.value, default: 0] += 1
    total += 1
  }

  /// At least four labels in all, and three of four stand more than once.
  var areOfSpeakers: Bool {
    total >= 4 && counts.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) } * 4 >= total * 3
  }
}

private let punctuation = ByteSet(".,?!;")

/// What speaks against lines with times being a transcript, in words for people.
enum Objection: String {
  /// Too few lines have a time.
  case scattered = ""
  case chat = "its lines with times are those of a chat"
  case log = "its lines with times are those of a program"
  case table = "its lines have several times each, as in a timetable"
  case unordered = "its times go up and down"
  case count = "its times only count"
  case schedule = "its times are those of a schedule"
  case tooSlow = "there is too little text for its times, as in a list of chapters"
  case tooFast = "there is too much text for its times; they may be times of day, or verses"
  case unrelated = "its times have nothing to do with the length of the text between them; they may be times of day"
}
