import SourceText
import Transcript

/// The vote of the lines for one notation: each line that fits one of its forms has a voice, and what speaks against them is
/// counted, too.
struct Ballot {
  /// How many units decide.
  private static let quorum = 50

  let notation: Notation
  private let hasSeveralLines: Bool
  /// How many fields a segment has in the lines above the one that is looked for, and below, in each form.
  private let fieldsAround: [(above: Int, below: Int)]
  /// Whether the line above begins a segment, so that no field of the next one stands there.
  private var isBelowSegment = false
  private(set) var votes = 0
  /// How many of them are of forms in which each segment has a time.
  private var timed = 0
  /// How many have a label or may have it on another line, and of how many it has more marks than a colon.
  private var labelled = 0
  private var distinct = 0
  /// How much of the lines the notation explains at most, as `Coverage.score` counts it.
  private(set) var most = 0
  /// How much it explains at least of the units that are beyond doubt, without their labels; and how many labels they have.
  private var leastBesideLabels = 0
  private var certainLabels = 0
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
    hasSeveralLines = notation.forms.contains { $0.lines.count > 1 }
    fieldsAround = notation.forms.map { form in
      (form.anchorLine.slots.lowerBound, form.slots.count - form.anchorLine.slots.upperBound)
    }
    tempo = Tempo(hasLabels: notation.holds(.speaker))
  }

  var isDecided: Bool { votes >= Self.quorum }

  /// Whether all of some lines are written so, and each of them has a time.
  var isClear: Bool { votes >= Self.clear && timed == votes && votes == lines }
  private static let clear = 12

  /// Whether no line is written so, and a segment has no more fields than in another notation, so that this one cannot
  /// explain more of the lines that are.
  func isBeaten(by other: Ballot) -> Bool { votes == 0 && notation.fieldCount <= other.notation.fieldCount }

  /// How much of the text the notation may explain: its units, and of each all fields.
  var weight: Int { votes * (1 + (timed > 0 ? 1 : 0) + (labelled > 0 ? 1 : 0)) }

  /// - Parameters:
  ///   - places: where the lines of its forms are among the sightings.
  ///   - above: the kind of the line above.
  mutating func vote(
    _ sightings: inout Sightings, _ places: [Int], _ cursor: LineCursor, _ glance: Glance, below above: Survey.Line
  ) {
    let goesOn = above == .wrapped || notation.traits.wraps && above == .text
    if votes > 0, !goesOn { lines += 1 }
    var best: (form: Int, merit: Int)?
    var damaged: Int?
    var found = 0
    for (form, place) in places.enumerated() {
      guard let sighting = sightings[place] else {
        // A segment that lacks its time is one nonetheless, with a label and what was said.
        if notation.forms[form].hasSpeaker, notation.forms[form].demand.mayHaveLabel(glance) { found = max(found, 2) }
        continue
      }
      if sighting.score > 0 {
        let (above, below) = fieldsAround[form]
        found = max(found, sighting.score + below + (isBelowSegment ? 0 : above))
      }
      if sighting.fits {
        if sighting.merit > best?.merit ?? 1 { best = (form, sighting.merit) }
      } else if sighting.unit.time != nil {
        damaged = damaged ?? place
      }
    }
    isBelowSegment = found > 0
    // Besides, a line may be a title with a time.
    most += max(found, glance.mayBeTitle ? 2 : 0)
    if let best, let details = sightings.details(places[best.form], cursor), let sighting = sightings[places[best.form]]
    {
      if votes == 0 || goesOn { lines += 1 }
      count(sighting, details, of: notation.forms[best.form])
      // In the middle of a paragraph it may belong to what was said.
      if details.isCertain, !notation.traits.wraps || above == .blank {
        noteCertain(sighting.unit, of: notation.forms[best.form])
      }
    } else if let unit = damaged.flatMap({ sightings[$0]?.unit }) {
      tempo.interrupt()
      if !unit.isWellFormed { unreadable += 1 } else if unit.label == nil { unlabelled += 1 }
    } else if notation.traits.continues || hasSeveralLines {
      tempo.speak(glance.wordCount)
    }
  }

  private mutating func count(_ sighting: Sighting, _ details: Sighting.Details, of form: Template) {
    votes += 1
    if !form.anchorHasLabel { labelled += 1 }
    if let label = details.label {
      labelled += 1
      if sighting.unit.label?.isDistinct ?? false { distinct += 1 }
      labels.add(label)
      labels.speak(details.words, endsSentence: details.endsSentence)
    }
    if form.needsTime {
      timed += 1
      if let stamp = sighting.stamp { tempo.begin(at: stamp, hasSentence: details.hasSentence) }
    }
    tempo.speak(details.words)
    if !notation.isOwn, let mark = details.telltale { marks[mark, default: 0] += 1 }
  }

  /// Counts what reading the lines in this notation finds in a unit.
  private mutating func noteCertain(_ unit: Template.Unit, of form: Template) {
    guard unit.time != nil || unit.label != nil else { return }
    if unit.label != nil { certainLabels += 1 }
    leastBesideLabels +=
      (unit.time != nil ? 1 : 0) + (unit.end != nil ? 1 : 0) + (form.anchorLine.hasText && !unit.words.isEmpty ? 1 : 0)
  }

  /// How much the notation explains at least. Where the transcript begins and ends, reading may see some units otherwise.
  var least: Int {
    leastBesideLabels + (labels.areThoseOfSpeakers ? certainLabels : 0) - Self.slack
  }

  private static let slack = 8

  /// A line in which nothing can be seen.
  mutating func pass(_ line: Range<Int>, _ cursor: LineCursor) {
    if votes > 0, line.count == 1, cursor[line.lowerBound] == UInt8(ascii: " ") { hollow += 1 }
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

extension Template {
  /// Whether the line by which a segment is known has the label.
  fileprivate var anchorHasLabel: Bool { slots[anchorLine.slots].contains { $0.field == .speaker } }
}

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
