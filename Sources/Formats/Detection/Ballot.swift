import SourceText
import Transcript

/// The vote of the lines for one notation: each line that fits one of its forms has a voice, and what speaks against them is
/// counted, too.
struct Ballot {
  /// How many units decide.
  private static let quorum = 50

  let notation: Notation
  private let demands: [Demand]
  private(set) var votes = 0
  /// How many of them are of forms in which each segment has a time.
  private var timed = 0
  /// How many have a label or may have it on another line, and of how many it has more marks than a colon.
  private var labelled = 0
  private var distinct = 0
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

  private var hasSeveralLines: Bool { demands.contains { $0.template.lines.count > 1 } }

  var isDecided: Bool { votes >= Self.quorum }

  /// How much of the text the notation may explain: its units, and of each all fields.
  var weight: Int { votes * (1 + (timed > 0 ? 1 : 0) + (labelled > 0 ? 1 : 0)) }

  /// - Parameter above: the kind of the line above.
  mutating func vote(_ cursor: LineCursor, _ glance: Glance, below above: Survey.Line) {
    let goesOn = above == .wrapped || notation.traits.wraps && above == .text
    if votes > 0, !goesOn { lines += 1 }
    let content = glance.content
    var best: (unit: Template.Unit, demand: Demand, stamp: Timestamp?, merit: Int)?
    var damaged: Template.Unit?
    for demand in demands where demand.isMet(by: glance) {
      let unit = demand.template.unit(cursor, content, as: demand.anchor)
      let stamp = stamp(of: unit, cursor)
      if stamp != nil || !demand.needsTime, demand.fits(unit) {
        // Of two forms that find as much, a line without words is rather one of a form that has none there.
        let merit = 2 * unit.merit + (unit.words.isEmpty == demand.line.hasText ? 0 : 1)
        if merit > best?.merit ?? 1 { best = (unit, demand, stamp, merit) }
      } else if unit.time != nil {
        damaged = damaged ?? unit
      }
    }
    if let best {
      if votes == 0 || goesOn { lines += 1 }
      count(best.unit, of: best.demand, best.stamp, cursor)
    } else if let damaged {
      tempo.interrupt()
      if !damaged.isWellFormed { unreadable += 1 } else if damaged.label == nil { unlabelled += 1 }
    } else if notation.traits.continues || hasSeveralLines {
      tempo.speak(glance.wordCount)
    }
  }

  private mutating func count(_ unit: Template.Unit, of demand: Demand, _ stamp: Timestamp?, _ cursor: LineCursor) {
    votes += 1
    let count = cursor.wordCount(unit.words)
    if !demand.hasLabel { labelled += 1 }
    if let label = unit.label, !label.name.isEmpty {
      labelled += 1
      if label.isDistinct { distinct += 1 }
      labels.add(cursor[label.name], isListed: demand.template.listsNames)
      labels.speak(count, endsSentence: cursor.isSentence(unit.words))
    }
    if demand.needsTime {
      timed += 1
      let hasSentence = cursor[unit.words.prefix(LineCursor.weighed)].contains(where: punctuation.contains)
      if let stamp { tempo.begin(at: stamp, hasSentence: hasSentence) }
    }
    tempo.speak(count)
    if !notation.isOwn, let mark = Telltale(unit, cursor) { marks[mark, default: 0] += 1 }
  }

  /// A line in which nothing can be seen.
  mutating func pass(_ line: Range<Int>, _ cursor: LineCursor) {
    if votes > 0, line.count == 1, cursor[line.lowerBound] == UInt8(ascii: " ") { hollow += 1 }
  }

  private func stamp(of unit: Template.Unit, _ cursor: LineCursor) -> Timestamp? {
    guard let time = unit.time, time.fault == nil, case .time(let stamp) = Timestamp.read(cursor[time.range]) else {
      return nil
    }
    return stamp
  }

  /// Whether most of the units have times, or labels that have more marks than a colon: these are told from other words by
  /// them.
  var isTimed: Bool { timed * 2 >= votes }
  private var isDistinct: Bool { distinct * 2 >= votes }

  /// How many units there must be among as many lines as there are.
  var needed: Int { max(2, isTimed || isDistinct ? (lines + 4) / 5 : (lines + 1) / 2) }

  /// Why these lines are no speech; nil where they are.
  var objection: Objection? {
    guard votes >= needed, votes >= unreadable else { return .scattered }
    if notation.holds(.speaker), labelled * 8 < votes || votes <= unlabelled { return .unlabelled }
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

extension Demand {
  /// Which line of the template is looked for.
  fileprivate var line: Template.Line { template.lines[anchor] }

  /// Whether that has the label.
  fileprivate var hasLabel: Bool { template.slots[line.slots].contains { $0.field == .speaker } }

  /// Whether a line has the label that it should have, and nothing else where nothing else belongs.
  fileprivate func fits(_ unit: Template.Unit) -> Bool {
    guard line.hasText || unit.words.isEmpty else { return false }
    guard let slot = template.slots[line.slots].first(where: { $0.field == .speaker }) else { return true }
    guard let label = unit.label, !label.name.isEmpty else { return slot.isOptional && unit.label == nil }
    // A time beside it tells a label with a slip in its blanks from a word with a colon.
    return needsTime ? label.fault?.fault != .labelMarks : label.fault == nil
  }
}

private let punctuation = ByteSet(".,?!;")

/// What speaks against some lines being a transcript, in words for people.
enum Objection: String {
  /// Too few lines have a time or a label.
  case scattered = "too few lines are written so"
  case unlabelled = "its lines name no speakers"
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
