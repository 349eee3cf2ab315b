import SourceText
import Transcript

/// The vote of the lines for one notation: each line that fits its template has a voice, and what speaks against them is
/// counted, too.
struct Ballot {
  /// How many units decide.
  private static let quorum = 50
  /// How much of a line is weighed, in bytes.
  private static let weighed = 4_096

  let notation: Notation
  /// One for each form.
  private let demands: [Demand]
  private(set) var votes = 0
  /// How many of them have a time, and how many fields all have that voted.
  private var stamps = 0
  private var fields = 0
  /// The lines from the first vote on, without those on which a paragraph of several lines goes on.
  private(set) var lines = 0
  private var unreadable = 0
  /// The lines with a time that lack the label which stands beside it in the notation.
  private var unlabelled = 0
  private var tempo: Tempo
  private var marks: [Telltale: Int] = [:]
  private var labels = LabelCount()
  /// Lines with nothing but one blank, as chats that were copied from a page have them between messages.
  private var hollow = 0

  init(_ notation: Notation) {
    self.notation = notation
    demands = notation.forms.map(Demand.init)
    tempo = Tempo(hasLabels: notation.holds(.speaker))
  }

  /// Whether most of the lines that voted have a time, or should have.
  private var isTimed: Bool { notation.forms.allSatisfy(\.needsTime) || stamps * 2 >= votes && stamps > 0 }

  var isDecided: Bool { votes >= Self.quorum }

  /// How much of the text the notation may explain: its units, and of each all fields.
  var weight: Int { fields + votes }

  /// - Parameter goesOn: whether the line rather belongs to the paragraph of the line above.
  mutating func vote(_ cursor: LineCursor, _ glance: Glance, goesOn: Bool) {
    if votes > 0, !goesOn { lines += 1 }
    let content = glance.content
    let unit = unit(cursor, glance)
    let stamp = stamp(of: unit, cursor)
    guard stamp != nil || !notation.forms[unit.form].needsTime, fits(unit) else {
      if unit.time == nil {
        if notation.traits.continues || notation.template.lines.count > 1 { tempo.speak(words(content, cursor)) }
      } else {
        tempo.interrupt()
        if !unit.isWellFormed { unreadable += 1 } else if unit.label == nil { unlabelled += 1 }
      }
      return
    }
    if votes == 0 || goesOn { lines += 1 }
    votes += 1
    if stamp != nil { stamps += 1 }
    fields += (unit.time != nil ? 1 : 0) + (unit.end != nil ? 1 : 0) + (unit.label != nil ? 1 : 0)
    if let label = unit.label { labels.add(cursor[label.name], isListed: notation.forms[unit.form].listsNames) }
    let said = cursor[unit.words.prefix(Self.weighed)]
    let hasSentence = said.contains(where: punctuation.contains)
    let count = words(unit.words, cursor)
    if let stamp { tempo.begin(at: stamp, hasSentence: hasSentence) }
    tempo.speak(count)
    if stamp == nil { labels.speak(count, endsSentence: cursor.isSentence(unit.words)) }
    if !notation.isOwn, let mark = Telltale(unit, cursor) { marks[mark, default: 0] += 1 }
  }

  /// A line in which nothing can be seen.
  mutating func pass(_ line: Range<Int>, _ cursor: LineCursor) {
    if votes > 0, line.count == 1, cursor[line.lowerBound] == UInt8(ascii: " ") { hollow += 1 }
  }

  /// What the form finds in a line that finds most.
  private func unit(_ cursor: LineCursor, _ glance: Glance) -> Template.Unit {
    var best = Template.Unit(words: glance.content)
    for (form, demand) in demands.enumerated() where demand.isMet(by: glance) {
      var unit = demand.template.unit(cursor, glance.content, as: demand.anchor)
      unit.form = form
      if unit.merit > best.merit { best = unit }
    }
    return best
  }

  /// Whether a line has the label that it should have, and nothing else where nothing else belongs.
  private func fits(_ unit: Template.Unit) -> Bool {
    let template = notation.forms[unit.form]
    let line = template.lines[demands[unit.form].anchor]
    guard line.hasText || unit.words.isEmpty else { return false }
    guard template.slots[line.slots].contains(where: { $0.field == .speaker && !$0.isOptional || unit.label != nil })
    else { return unit.merit > 0 }
    guard let label = unit.label, !label.name.isEmpty else { return false }
    // A time beside it tells a label with a slip in its blanks from a word with a colon.
    return template.needsTime ? label.fault?.fault != .labelMarks : label.fault == nil
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

  /// How many units there must be among as many lines as there are.
  var needed: Int {
    if isTimed { return max(2, (lines + 4) / 5) }
    // Labels that have more marks than a colon are told from other words by them.
    return max(2, isDistinct ? (lines + 4) / 5 : (lines + 1) / 2)
  }

  private var isDistinct: Bool {
    notation.forms.allSatisfy { $0.slots.first { $0.field == .speaker }?.isDistinct ?? false }
  }

  /// Why these lines are no speech; nil where they are.
  var objection: Objection? {
    guard votes >= needed, votes >= unreadable, votes > unlabelled else { return .scattered }
    // Without times it is the labels that come again and again which make a conversation of lines with colons.
    guard isTimed else { return labels.objection(isDistinct) }
    func isUsual(_ mark: Telltale, _ share: Int) -> Bool { marks[mark, default: 0] * share >= votes }
    if isUsual(.chat, 4) || hollow * 2 >= votes { return .chat }
    if isUsual(.log, 4) { return .log }
    if isUsual(.table, 2) { return .table }
    if tempo.mayBeClock, isUsual(.nickname, 2) { return .chat }
    return tempo.objection
  }
}

private let punctuation = ByteSet(".,?!;")

/// What speaks against some lines being a transcript, in words for people.
enum Objection: String {
  /// Too few lines have a time or a label.
  case scattered = "too few lines are written so"
  case chat = "its lines with times are those of a chat"
  case log = "its lines with times are those of a program"
  case table = "its lines have several times each, as in a timetable"
  case unordered = "its times go up and down"
  case count = "its times only count"
  case schedule = "its times are those of a schedule"
  case tooSlow = "there is too little text for its times, as in a list of chapters"
  case tooFast = "there is too much text for its times; they may be times of day, or verses"
  case unrelated = "its times have nothing to do with the length of the text between them; they may be times of day"
  case strangers = "what stands before its colons does not come again, as the names of speakers do"
  case form = "its labels are those of a form or a list"
  case brief = "too little stands behind its labels to be speech"
}
