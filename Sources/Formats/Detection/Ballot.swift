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

  init(_ notation: Notation) {
    self.notation = notation
    tempo = Tempo(hasLabels: notation.hasLabel)
  }

  var isDecided: Bool { votes >= Self.quorum }

  mutating func vote(_ cursor: LineCursor, _ content: Range<Int>) {
    if votes > 0 { lines += 1 }
    let unit = ParagraphReader(notation: notation).unit(cursor, content)
    guard unit.isWellFormed, unit.label != nil || !notation.hasLabel, let range = unit.time?.range,
      case .time(let stamp) = Timestamp.read(cursor[range])
    else {
      if unit.time == nil { if notation.continues { tempo.speak(words(content, cursor)) } } else { tempo.interrupt() }
      if !unit.isWellFormed, unit.time != nil { unreadable += 1 }
      return
    }
    votes += 1
    tempo.begin(at: stamp, hasSentence: cursor[unit.words.prefix(Self.weighed)].contains(where: punctuation.contains))
    tempo.speak(words(unit.words, cursor))
    if let mark = Telltale(unit, cursor) { marks[mark, default: 0] += 1 }
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
    func isUsual(_ mark: Telltale, _ share: Int) -> Bool { marks[mark, default: 0] * share >= votes }
    if isUsual(.chat, 4) { return .chat }
    if isUsual(.log, 4) { return .log }
    if isUsual(.table, 2) { return .table }
    if tempo.mayBeClock, isUsual(.nickname, 2) { return .chat }
    return tempo.objection
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
